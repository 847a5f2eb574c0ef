"""Loads the demo, step by step; what is there already stays as it is, what was interrupted is finished."""

from collections.abc import Callable, Iterator

from home.demo import applications, files, news, pages, people, records
from home.demo.courses import load_courses
from home.demo.events import load_events
from home.demo.lags import lags, make_lag
from home.demo.learning import load_learners
from home.demo.made import Made
from home.demo.newsrooms import make_newsroom
from home.demo.offers import load_offers
from home.demo.organizations import complete_organization, completed, make_organization, organizations
from home.demo.pages import Planned
from home.demo.places import make_places
from home.demo.practices import load_practices
from home.demo.reading import entries
from home.demo.reading import news as news_texts
from home.demo.references import as_one
from home.demo.sections import fill_sections
from home.demo.tours import load_tours
from home.lay_out import lay_out
from home.models import ContactPage, ProjectPage, StandardPage
from news.models import NewsIndexPage, NewsPage, RubricIndexPage, RubricPage
from resources.handbook.laying import lay_handbook

Progress = Callable[[str, list], Iterator]
"""Shows how far a step has come: given its name and its items, yields the items one by one."""


def load(progress: Progress) -> None:
    made = Made()
    homes = lay_out()
    lay_handbook()
    for name, text in progress("pictures", list(entries("pictures.toml", "picture").items())):
        made.pictures[name] = files.make_picture(text)
    for name, text in progress("documents", list(entries("documents.toml", "document").items())):
        made.documents[name] = files.make_document(text)
    for position, (name, text) in enumerate(entries("contact_roles.toml", "role").items(), 1):
        made.roles[name] = records.make_role(text, position)
    for name, text in entries("funding.toml", "funding").items():
        made.funding[name] = records.make_funding(text)
    make_places()
    for name, text in progress("newsrooms", list(entries("newsrooms.toml", "newsroom").items())):
        made.pages[f"newsroom:{name}"] = make_newsroom(name, text)
    for slug, row in progress("lags", list(lags().items())):
        make_lag(slug, row)
    for slug, text in progress("organisations", list(organizations().items())):
        make_organization(slug, text)
    for slug in completed():
        complete_organization(slug, made)
    made.people = people.make_people()
    for text in entries("applications.toml", "application").values():
        applications.make_application(text, made.people["redaktor"])
    load_offers(progress)
    made.pages |= dict(_sections(homes["bg"]))
    planned = _planned()
    with as_one():
        empty = [one for one in planned if pages.put_into_tree(one, made).latest_revision_id is None]
    fill_sections(made)
    for one in progress("pages", empty):
        _finish(one, made)
    load_events(progress, made)
    load_tours(made)
    load_courses(progress, made)
    load_practices(made)
    load_learners(made)
    records.name_agreed_texts(made)


def _planned() -> list[Planned]:
    found = [Planned(f"rubric:{k}", RubricPage, t, "rubrics") for k, t in entries("rubrics.toml", "rubric").items()]
    for key, text in entries("pages.toml", "page").items():
        found.append(
            Planned(f"page:{key}", StandardPage, text, f"page:{text['parent']}" if "parent" in text else "home")
        )
    found += [Planned(f"project:{k}", ProjectPage, t, "home") for k, t in entries("projects.toml", "project").items()]
    for key, text in news_texts().items():
        room = text.need("newsroom")
        found.append(Planned(f"news:{key}", NewsPage, text, f"newsroom:{room}" if room else "news"))
    return found


@as_one()
def _finish(planned: Planned, made: Made) -> None:
    page = made.pages[planned.name]
    page = planned.model.objects.get(pk=page.pk)  # as it stands now: others have been put beside and below it
    if planned.model is NewsPage:
        news.write(page, planned.text, made)
        return
    page.owner = made.people["redaktor"]
    pages.write(page, planned.text, made, "bg")
    pages.publish(page, planned.text, made)
    pages.publish_in_english(planned.model.objects.get(pk=page.pk), planned.text, made)


def _sections(home) -> Iterator[tuple]:
    yield "home", home
    for name, model in (("news", NewsIndexPage), ("rubrics", RubricIndexPage), ("contact", ContactPage)):
        yield name, model.objects.child_of(home).first()
