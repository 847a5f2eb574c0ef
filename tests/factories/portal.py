"""A portal with something of every kind on it, and where a reader finds each."""

import json
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from core.emails import encrypt_address
from home.models import ContactPage, HomePage, ProjectPage, StandardPage
from members.models import DirectoryPage, Organization
from news.models import NewsIndexPage, NewsPage, RubricIndexPage
from search.rebuilding import rebuild
from tests.factories.blocks import every_block
from tests.factories.core import make_funding, make_picture, make_role
from tests.factories.directory import fill_directory
from tests.factories.events import fill_calendar
from tests.factories.joining import joining
from tests.factories.learning import fill_learning
from tests.factories.members import make_organization
from tests.factories.news import index_of, make_news, make_newsroom, make_rubric, publish, translate
from tests.factories.profiles import make_full_profile
from tests.factories.resources import fill_training
from tests.factories.teams import ROOMS as TEAM_ROOMS
from tests.factories.teams import invitations_of_every_kind

LONGEST = "Непротивоконституционствувателствувайте"
ENTRANCES = ["login", "signup", "login/code", "password/reset"]
ROOMS = ["profile", "kalendar", "email", "password/change", "2fa", "2fa/webauthn", "logout"]


@dataclass
class Visit:
    """One page to look at: where, what is sent there, whether by somebody who is logged in, what it answers, and
    which link is opened before."""

    path: str
    form: dict | None = None
    member: bool = False
    status: int = 200
    through: str = ""


def fill_portal() -> dict[str, list[Visit]]:
    """Returns what there is to visit in each language."""
    make_full_profile(villages=30, logo=make_picture("Лого", size=(300, 100)), cover=make_picture("Заглавна"))
    make_organization(f"Сдружение „{LONGEST}“", "", "dalgo")
    Organization.objects.filter(slug="dalgo").update(status="former", summary_bg=LONGEST)
    pages = _pages()
    found = {code: [Visit(page.address_in(code)) for page in pages] for code in ("bg", "en")}
    today, invited = timezone.localdate(), invitations_of_every_kind(LONGEST)
    for code, prefix in (("bg", ""), ("en", "/en")):
        news = index_of(NewsIndexPage, code).url
        found[code] += [
            Visit(f"{news}{today.year}/{today.month}/"),
            Visit(f"{news}1999/"),
            *(Visit(f"{index_of(DirectoryPage, code).url}{word}/") for word in ("mig-tundzha", "dalgo")),
            Visit(f"{prefix}/tarsene/"),
            Visit(f"{prefix}/tarsene/?q=село"),
            Visit(f"{prefix}/tarsene/?q=novina&kind=news&sort=new&page=2"),
            Visit(f"{prefix}/tarsene/?q=новена"),
            Visit(f"{prefix}/tarsene/?q=село&theme=nyama"),
            Visit(f"{prefix}/tarsene/?q={LONGEST}2"),
            Visit(f"{prefix}/pishete/koordinator/"),
            Visit(f"{prefix}/pishete/koordinator/", form={}),
            Visit(f"{prefix}/pishete/koordinator/izprateno/"),
            Visit(f"{prefix}/poshta/{encrypt_address('mig@example.org')}/"),
            Visit(f"{prefix}/poshta/{encrypt_address('mig@example.org')}/", form={}),
            Visit(f"{prefix}/nyama-takova-selo/", status=404),
            *(Visit(f"{prefix}/accounts/{name}/") for name in ENTRANCES),
            Visit(f"{prefix}/accounts/login/", form={}),
            Visit(f"{prefix}/accounts/signup/", form={}),
            *(Visit(f"{prefix}/accounts/{name}/", member=True) for name in ROOMS),
            *(Visit(f"{prefix}/accounts/{name}", member=True) for name in TEAM_ROOMS),
            Visit(f"{prefix}/accounts/organizatsii/mig-tundzha/hora/", form={}, member=True),
            Visit(f"{prefix}{invited['own']}", member=True),
            Visit(f"{prefix}{invited['good']}", member=True),
            *(Visit(f"{prefix}{invited[kind]}") for kind in ("good", "old")),
            Visit(f"{prefix}{invited['good']}", form={}),
            Visit(f"{prefix}/accounts/iztrit/"),
        ]
        found[code] += [Visit(address) for address in fill_directory(code)]
        found[code] += [Visit(address) for address in fill_calendar(code)]
        found[code] += [Visit(address) for address in fill_training(code)]
        found[code] += [Visit(address, member=member) for address, member in fill_learning(code, LONGEST)]
        found[code] += [Visit(path, form, through=link) for path, form, link in joining(prefix)]
    rebuild()
    story = next(page for page in pages if isinstance(page, NewsPage))
    found["en"] += [Visit(f"/en/prevod/{story.pk}/"), Visit(f"/en/prevod/{story.pk}/", form={})]
    return found


def _pages() -> list:
    """Public pages of every kind; the first news item has all kinds of blocks and no translation."""
    picture, role = make_picture(), make_role(purpose_bg=LONGEST)
    emblem = {"type": "emblem", "value": {"image": picture.pk, "alt_text": "Знак", "decorative": False}}
    record = make_funding(emblems=json.dumps([emblem]), disclaimer_bg=LONGEST)
    body = every_block(picture, role, record)
    few = json.dumps(json.loads(body)[:2])
    rubric = make_rubric(picture=picture, body=few, summary="Кой кани кого.")
    newsroom = make_newsroom()
    for number in range(1, 14):
        make_news(parent=newsroom, days_ago=20 * number, rubrics=[rubric, make_rubric(LONGEST, "dalgo")])
    outdated = make_news("Променена", newsroom)
    translate(outdated, title="Changed since")
    NewsPage.objects.filter(title="Changed since").update(source_changed_at="2100-01-01T00:00Z")
    story = make_news(f"{LONGEST} в село Оброчище", newsroom, body=body, picture=picture, picture_caption=LONGEST)
    home = HomePage.objects.get(locale__language_code="bg")
    home.funding, home.summary = record, LONGEST
    home.save_revision().publish()
    text = publish(StandardPage(title="За мрежата", slug="za-mrezhata", body=few, picture=picture), home)
    publish(StandardPage(title=LONGEST, slug="pravila", show_in_menus=True), text)
    project = publish(
        ProjectPage(
            title="Мрежа на живо", slug="mrezha", body=few, picture=picture, aims="<p>Цели.</p>",
            results="<p>Резултати.</p>", starts_on=date(2018, 4, 23), ends_on=date(2019, 4, 23),
        ),
        home,
    )  # fmt: skip
    sections = [index_of(model) for model in (NewsIndexPage, RubricIndexPage, ContactPage)]
    return [home, story, outdated, newsroom, rubric, text, project, *sections]
