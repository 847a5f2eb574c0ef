"""The sample content, loaded once for the whole class as `manage.py demo` loads it."""

import re
from unittest.mock import patch
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.management import CommandError
from django.test import TestCase
from django.utils import timezone
from wagtail.models import Collection, Page

from core.content_checks import findings
from core.models import BasePage, ContactRole, FundingRecord, PortalDocument, PortalImage
from events.dossier.contents import contents
from events.dossier.letters import letters_about
from events.models import Event, Seat, Tour
from home.demo import bulk
from home.demo.keys import MULTIPLIED, demo_pages
from home.demo.lags import lags
from home.demo.people import PASSWORD
from home.models import ContactPage, HomePage, ProjectPage, StandardPage
from members.identifiers import check_eik
from members.joining.steps import undone
from members.models import Application, Organization, SelfPublished, User
from news.models import NewsPage, NewsroomPage, RubricPage
from resources.models import (
    CourseCertificate,
    CourseOpinion,
    CoursePage,
    Enrolment,
    Material,
    MaterialVersion,
    Practice,
)
from resources.reading.tasks import look_through
from search.models import Entry
from search.rebuilding import rebuild
from tests.home.demo_deleted import AfterDeleting, demo, live


def plainly(_name, items):
    return items


@pytest.mark.indexed
class DemoTest(AfterDeleting, TestCase):
    @classmethod
    def setUpTestData(cls):
        demo()

    def test_there_is_enough_to_read_in_both_languages(self):
        assert live(NewsPage, "bg").count() >= 60
        assert live(NewsPage, "en").count() * 3 >= live(NewsPage, "bg").count()
        for code in ("bg", "en"):
            kinds = (RubricPage, NewsroomPage, ProjectPage, StandardPage)
            assert [live(kind, code).count() for kind in kinds] == [8, 4, 2, 10]
        assert not live(RubricPage, "bg").filter(news=None)
        assert not NewsroomPage.objects.filter(locale__language_code="bg", news=None)
        assert ContactRole.objects.count() == 4

    def test_events_past_and_coming_with_a_full_one_and_who_waits(self):
        now = timezone.now()
        events = Event.objects.filter(live=True)
        assert events.count() >= 40 and events.coming_at(now).count() >= 15 and events.past_at(now).count() >= 10
        assert Event.objects.filter(live=False).count() == 1 and Event.objects.visible_to().count() == 38
        assert set(events.values_list("state", flat=True)) == {"announced", "moved", "cancelled", "held"}
        full = Event.objects.get(slug="obuchenie-obsazhdane-v-selo-s-200-zhiteli").parts.with_seats_taken().get()
        assert (full.taken, full.waiting) == (12, 4)
        assert Seat.objects.exclude(came_at=None).count() == 82

    def test_a_forum_that_was_held_has_all_that_a_funder_asks_for_and_writes_to_nobody(self):
        held = Event.objects.get(slug="forum-na-mrezhata-v-berkovitsa")
        assert held.report.is_published and held.certificates.count() == 67 and held.opinions.count() == 8
        assert [line.name for line in contents(held) if not line.there] == []
        dossier = held.dossiers.get()
        with dossier.file.open() as file, ZipFile(file) as archive:
            folders = {name.partition("/")[0] for name in archive.namelist()}
        assert dossier.ready_at and len(folders) == 11, folders  # clippings are links alone
        assert not letters_about(held).filter(sent_at=None).exists()
        names = held.registrations.values_list("attendees__name", flat=True)
        assert all(str(name).endswith("(пример)") for name in names) and len(set(names)) == len(names)

    def test_a_tour_with_its_stops_and_offers(self):
        tour = Tour.objects.get()
        assert tour.is_open_on(timezone.localdate()) and tour.events.count() == 3
        assert set(tour.offers.values_list("state", flat=True)) == {"accepted", "declined", "offered"}
        shown = self.client.get(f"/sabitia/obikolka/{tour.slug}/")
        numbers = {group["state"]: len(group["territories"]) for group in shown.context["groups"]}
        assert (numbers["hosted"], numbers["planned"]) == (1, 2) and numbers["empty"] > 40

    def test_courses_with_lessons_and_materials_that_can_be_looked_at(self):
        courses = live(CoursePage, "bg").exclude(organization=None)
        assert courses.count() == 4 and live(CoursePage, "en").exclude(organization=None).count() == 1
        for course in courses:
            assert course.lessons.filter(live=True).count() == 3 and course.own_materials.filter(live=True).exists()
        assert Material.objects.visible_to().count() == 8 and Material.objects.filter(audience="members").count() == 1
        formats = set(MaterialVersion.objects.values_list("format", flat=True))
        assert formats == {"pdf", "pptx", "docx", "xlsx", "wav", "mp4"}
        newer = Material.objects.get(slug="spisak-za-proverka-na-obyava")
        assert newer.current.number == 2 and newer.current.note_bg
        for material in Material.objects.all():
            assert "Примерно съдържание" in material.description_bg
            look_through.call(material.current_id)
            assert MaterialVersion.objects.get(pk=material.current_id).reading == "read", material

    def test_a_film_has_a_poster_subtitles_and_its_text_in_both_languages(self):
        for place, code in (("/obuchenia", "bg"), ("/en/training", "en")):
            page = self.client.get(f"{place}/biblioteka/kak-se-smenya-data/")
            player = re.search(r"<video.*</video>", page.content.decode(), re.S)[0]
            addresses = re.findall(r'(?:poster|src)="([^"]+)"', player)
            assert len(addresses) == 4 and f'srclang="{code}" label=' in player
            assert {self.client.get(address).status_code for address in addresses} == {200}

    def test_somebody_learns_somebody_has_finished_and_some_said_how_it_was(self):
        done = dict(Enrolment.objects.values_list("person__email", "done"))
        assert done == {"tundzha@example.org": 4, "popovo@example.org": 10, "berkovitsa@example.org": 0}
        assert CourseCertificate.objects.get().person.email == "popovo@example.org"
        assert CourseOpinion.objects.count() == 4
        practices = Practice.objects.visible_to()
        assert practices.count() == 3 and Practice.objects.count() == 4
        for practice in practices:
            assert "Примерно съдържание" in practice.result_bg and practice.partners.exists()

    def test_every_kind_of_page_is_shown_and_says_in_its_language_that_it_is_a_sample(self):
        pages = [live(model, "bg").first() for model in (HomePage, ContactPage, NewsroomPage, RubricPage, StandardPage)]
        for page in pages + [NewsPage.objects.get(slug__startswith="forum", locale__language_code="bg")]:
            for code in ("bg", "en"):
                assert self.client.get(page.address_in(code)).status_code == 200
        for code, words in (("bg", "Примерно съдържание"), ("en", "Sample content")):
            for page in live(NewsPage, code):
                assert page.body[-1].value["title"] == words
            assert words in self.client.get(live(NewsPage, code).first().url).content.decode()

    def test_no_mark_of_the_texts_is_left_and_every_link_leads_to_a_page(self):
        ids = set(demo_pages().values_list("pk", flat=True)) | set(ContactPage.objects.values_list("pk", flat=True))
        links = 0
        for page in demo_pages().specific():
            raw = str(page.body.get_prep_value()) if hasattr(page, "body") else ""
            for mark in ("{+", "{-", 'href="news', 'href="page', 'href="rubric', 'href="contact'):
                assert mark not in raw, (page, mark)
            for part in raw.split('linktype="page" id="')[1:]:
                links += 1
                assert int(part.split('"')[0]) in ids
        assert links

    def test_an_officer_would_find_nothing_to_correct(self):
        found = {page.title: findings(page) for page in demo_pages().specific()}
        assert not {title: [str(one) for one in list_] for title, list_ in found.items() if list_}

    def test_every_newsroom_has_a_draft_and_one_waiting_for_approval(self):
        for room in live(NewsroomPage, "bg"):
            drafts = NewsPage.objects.child_of(room).filter(live=False, expired=False)
            waiting = [page for page in drafts if page.current_workflow_state]
            assert (len(waiting), len(drafts) - len(waiting)) == (1, 1), room

    def test_one_is_planned_and_one_is_over(self):
        planned = NewsPage.objects.get(live=False, go_live_at__isnull=False)
        assert planned.scheduled_revision
        assert NewsPage.objects.get(expired=True, live=False).first_published_at

    def test_pictures_and_documents_say_what_they_are(self):
        assert PortalImage.objects.count() >= 20
        for picture in PortalImage.objects.all():
            assert picture.alt_bg and picture.alt_en and picture.credit and picture.licence == "cc-by-4.0"
        for document in PortalDocument.objects.all():
            with document.open_file() as file, ZipFile(file) as archive:
                assert archive.testzip() is None

    def test_everybody_gets_in_and_may_do_what_is_printed(self):
        printed = demo("--logins")
        for name in ("admin", "redaktor", "tundzha", "obuchitel", "moderator", "chlen"):
            email = f"{name}@example.org"
            assert email in printed
            user = authenticate(email=email, password=PASSWORD)
            assert user and user.emailaddress_set.get().verified
        tundzha, officer = (User.objects.get(email=f"{name}@example.org") for name in ("tundzha", "redaktor"))
        own = NewsroomPage.objects.get(organization__slug="mig-tundzha", locale__language_code="bg")
        other = NewsroomPage.objects.get(organization__slug="mig-popovo", locale__language_code="bg")
        assert own.permissions_for_user(tundzha).can_add_subpage()
        assert not other.permissions_for_user(tundzha).can_add_subpage()
        assert other.permissions_for_user(officer).can_publish()
        assert not User.objects.get(email="chlen@example.org").has_perm("wagtailadmin.access_admin")

    def test_applications_stand_in_the_register_in_every_state(self):
        states = {application.state: application for application in Application.objects.all()}
        assert states.keys() == {"new", "talking", "draft", "declined"}
        self.client.force_login(User.objects.get(email="redaktor@example.org"))
        for application in states.values():
            check_eik(application.eik) if application.eik else None
            shown = self.client.get(f"/admin/members/application/inspect/{application.pk}/")
            assert application.name in shown.content.decode()
        assert not undone(states["new"])

    def test_nothing_waits_that_was_published_without_a_review(self):
        assert not SelfPublished.objects.exists()

    def test_what_the_office_may_decide_about_organisations_can_be_tried(self):
        assert Organization.objects.get(may_publish=True).slug == "mig-popovo"
        assert Organization.objects.get(reviewer__isnull=False).slug == "mig-berkovitsa-i-godech"
        known = Organization.objects.exclude(eik=None).exclude(eik="")
        assert len(known) == 4 and not {organization.slug for organization in known} & set(lags())
        for organization in known:
            check_eik(organization.eik)
        assert known.get(verified=True).eik in demo("--logins")

    def test_a_second_run_changes_nothing(self):
        before = self._everything()
        page = live(NewsPage, "bg").last()
        page.title = "Заглавие, сменено от редактор"
        page.save_revision().publish()
        changed = self._everything()
        assert changed != before
        demo()
        demo("--if-empty")
        assert self._everything() == changed
        page.refresh_from_db()
        assert page.title == "Заглавие, сменено от редактор"

    def test_what_was_interrupted_is_finished(self):
        page = live(NewsPage, "bg").filter(has_translation=False).last()
        body = page.body.get_prep_value()
        page.revisions.all().delete()
        Page.objects.filter(pk=page.pk).update(live=False, latest_revision=None, live_revision=None)
        demo("--if-empty")
        page.refresh_from_db()
        assert page.live and page.body.get_prep_value() == body

    def test_many_news_for_load_tests(self):
        with patch.object(bulk, "TOTAL", 40 + live(NewsPage, "bg").count()):
            first = self._many(seed=7)
            assert len(first) == 40
            assert not any(Page.find_problems())
            assert self._many(seed=7) == first
            page = NewsPage.objects.get(pk=demo_pages(MULTIPLIED).first().pk)
            assert self.client.get(page.url).status_code == 200
            rebuild()
            assert page.rubrics.exists() and Entry.objects.get(kind="news", thing=page.pk).text
            bulk.remove(plainly)
            assert not demo_pages(MULTIPLIED).exists()
            assert not any(Page.find_problems())
            assert self._many(seed=7) == first
            bulk.remove(plainly)
            assert self._many(seed=8) != first

    def _many(self, seed):
        bulk.multiply(seed, plainly)
        return list(demo_pages(MULTIPLIED).order_by("path").values_list("title", "path", "slug"))

    def _everything(self):
        pages = list(BasePage.objects.order_by("pk").values_list("pk", "latest_revision", "title", "path", "numchild"))
        counts = [model.objects.count() for model in (User, PortalImage, PortalDocument, FundingRecord, Collection)]
        return pages, counts


class RefusedTest(TestCase):
    def test_nothing_is_made_or_told_on_a_public_server(self):
        assert not settings.DEBUG
        for arguments in ((), ("--if-empty",), ("--delete",), ("--logins",), ("--size=large",)):
            with self.assertRaisesRegex(CommandError, "DEBUG is off"):
                demo(*arguments, debug=False)
        assert not User.objects.exists()
        assert not NewsPage.objects.exists()
