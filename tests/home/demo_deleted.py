"""What others made of the demo, or beside it, stays when the demo goes; of the demo nothing does.

The tests of `test_demo.py`, which loads it once for all.
"""

from io import StringIO

from django.core.management import call_command
from django.test import override_settings
from wagtail.models import Collection, ReferenceIndex

from core.actions import translate
from core.models import BasePage, ContactRole, FundingRecord, OutgoingMail, PortalDocument, PortalImage
from events.models import Certificate, Dossier, Event, SignedSheet, Tour, TourOffer
from home.demo.keys import demo_pages
from home.models import HomePage
from members.models import Application, Organization, User
from news.models import NewsPage, NewsroomPage, RubricPage
from resources.models import CourseCertificate, CourseOpinion, Enrolment, Material, Practice, ShippedPage
from tests.factories.members import make_user
from tests.factories.news import make_news
from tests.factories.owned import make_practice


def demo(*arguments, debug=True) -> str:
    out = StringIO()
    with override_settings(DEBUG=debug, EMAIL_BACKEND="core.mail.OutboxBackend"):
        call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def live(model, code):
    return model.objects.live().filter(locale__language_code=code)


def references() -> set:
    """What uses what."""
    ends = ("content_type", "object_id", "to_content_type", "to_object_id", "model_path")
    return set(ReferenceIndex.objects.values_list(*ends))


class AfterDeleting:
    def test_the_references_are_those_that_would_be_written_anew(self):
        noted = references()
        call_command("rebuild_references_index", stdout=StringIO())
        assert noted and references() == noted

    def test_delete_leaves_what_others_need_and_nothing_else(self):
        room = NewsroomPage.objects.get(organization__slug="mig-tundzha", locale__language_code="bg")
        rubric, picture = live(RubricPage, "bg").first(), PortalImage.objects.first()
        own = make_news("Собствена новина", room, rubrics=[rubric], picture=picture)
        out = demo("--delete")
        own.refresh_from_db()
        assert own.live and own.picture == picture and list(own.rubrics.all()) == [rubric]
        assert f"because other pages need it: {room.title}; {rubric.title}; " in out and picture.title in out
        assert (NewsPage.objects.count(), NewsroomPage.objects.count(), RubricPage.objects.count()) == (1, 2, 2)
        own.delete()
        assert "Kept" not in demo("--delete")
        shipped = ShippedPage.objects.count()
        assert BasePage.objects.count() == 18 + shipped == 40  # what home/lay_out.py makes, and the course that ships
        assert not HomePage.objects.exclude(summary="", funding=None)
        training = (Material, Practice, Enrolment, CourseCertificate, CourseOpinion)
        events = (Event, Certificate, SignedSheet, Dossier, Tour, TourOffer)
        office = (PortalImage, PortalDocument, ContactRole, FundingRecord, Organization, Application, User)
        for model in (*office, *training, *events):
            assert not model.objects.exists(), model
        assert Collection.objects.count() == 1
        assert not OutgoingMail.objects.filter(key__startswith="event:").exists()

    def test_a_practice_and_a_translation_by_somebody_else_stay(self):
        group = Organization.objects.filter(newsrooms=None, kind="lag").first()
        practice, officer = make_practice(group), make_user("svoya@example.org", is_superuser=True)
        news = demo_pages().filter(locale__language_code="bg", live=True, pk__in=NewsPage.objects.all())
        story = next(page for page in news if not page.get_translations().exists())
        text = translate(story, "en", officer)
        out = demo("--delete")
        practice.refresh_from_db()
        story.refresh_from_db()
        text.refresh_from_db()
        assert practice.organization == group and story.live and story.title in out
