import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Collection

from core.models import PortalImage
from tests.factories.core import make_picture
from tests.factories.members import make_editor, make_organization, make_user

from .files import picture, upload

COMMON = {"licence": "cc-by-4.0", "credit": "МИГ – Тунджа", "people": "none", "language": "zxx"}
UPLOAD = "several_pictures:upload"


@pytest.fixture
def collection(editor):
    return Collection.objects.get(name="МИГ – Тунджа")


@pytest.fixture
def send(client, editor, collection):
    client.force_login(editor)

    def post(files, **fields):
        data = COMMON | {"collection": collection.pk, "pictures": files} | fields
        return client.post(reverse(UPLOAD), data, follow=True)

    return post


def noise():
    """Pictures of one size that differ."""
    return picture("JPEG", (60, 40))


def test_what_they_share_is_told_once(send, editor, collection):
    send(
        [upload("Мост.jpg", noise()), upload("Чешма.jpg", noise())],
        people="adults",
        consent="Папка 7, деловодство",
    )
    images = PortalImage.objects.order_by("pk")
    assert [image.title for image in images] == ["Мост", "Чешма"]
    for image in images:
        assert (image.licence, image.credit, image.people) == ("cc-by-4.0", "МИГ – Тунджа", "adults")
        assert (image.consent, image.collection, image.uploaded_by_user) == ("Папка 7, деловодство", collection, editor)
        assert len(image.checksum) == 64


def test_good_ones_are_kept_and_bad_ones_explained(send):
    answer = send([upload("Мост.jpg", noise()), upload("Счупена.jpg", noise()[:500]), upload("a.svg", b"<svg/>")])
    assert PortalImage.objects.get().title == "Мост"
    text = answer.content.decode()
    assert "Счупена.jpg: " in text
    assert "a.svg: " in text
    assert "Мост.jpg: " not in text
    assert answer.request["PATH_INFO"] == reverse("several_pictures:describe")


def test_bad_ones_alone_lead_back_to_the_form(send):
    answer = send([upload("Счупена.jpg", noise()[:500])])
    assert answer.request["PATH_INFO"] == reverse(UPLOAD)
    assert "Счупена.jpg: " in answer.content.decode()
    assert 'value="МИГ – Тунджа"' in answer.content.decode()


def test_a_double_click_makes_no_doubles(send):
    contents = [noise(), noise()]
    addresses = set()
    for _click in range(2):
        answer = send([upload(f"{number}.jpg", content) for number, content in enumerate(contents)])
        addresses.add(answer.request["QUERY_STRING"])
    assert PortalImage.objects.count() == 2
    assert len(addresses) == 1


def test_one_file_chosen_twice_is_one_picture(send):
    content = noise()
    send([upload("a.jpg", content), upload("b.jpg", content)])
    assert PortalImage.objects.count() == 1


def test_recognisable_people_need_consent(send):
    answer = send([upload("a.jpg", noise())], people="children")
    assert answer.context["form"].errors.keys() == {"consent", "pictures"}
    assert not PortalImage.objects.exists()


@pytest.mark.parametrize("files", [[], [upload(f"{number}.jpg", b"a") for number in range(31)]])
def test_too_few_and_too_many(send, files):
    assert "pictures" in send(files).context["form"].errors


def test_nobody_uploads_into_the_collection_of_others(client, send):
    make_editor(make_organization("МИГ – Берковица", "LAG Berkovitsa", "mig-berkovitsa"), "drug@example.org")
    foreign = Collection.objects.get(name="МИГ – Берковица")
    answer = send([upload("a.jpg", noise())], collection=foreign.pk)
    assert "collection" in answer.context["form"].errors
    assert not PortalImage.objects.exists()


def test_who_may_not_add_pictures_is_sent_away(client, homes):
    officer_of_nothing = make_user()
    officer_of_nothing.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(officer_of_nothing)
    for name in (UPLOAD, "several_pictures:describe"):
        assert client.get(reverse(name)).status_code == 302


def test_each_gets_its_description(client, send, collection):
    answer = send([upload("a.jpg", noise()), upload("b.jpg", noise())])
    address = f"{answer.request['PATH_INFO']}?{answer.request['QUERY_STRING']}"
    first, second = PortalImage.objects.order_by("pk")
    data = {"form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 2}
    for number, image in enumerate((first, second)):
        data |= {
            f"form-{number}-id": image.pk,
            f"form-{number}-title": "Мост",
            f"form-{number}-alt_bg": f"Мост {number}",
        }
    assert client.post(address, data).status_code == 302
    assert list(PortalImage.objects.order_by("pk").values_list("alt_bg", flat=True)) == ["Мост 0", "Мост 1"]


def test_pictures_of_others_can_be_neither_seen_nor_described(client, send):
    foreign = make_picture(title="Чужда", alt_bg="Тайна", collection=Collection.get_first_root_node())
    send([upload("a.jpg", noise())])
    own = PortalImage.objects.exclude(pk=foreign.pk).get()
    address = f"{reverse('several_pictures:describe')}?pictures={foreign.pk},{own.pk},x,{'9' * 40}"
    shown = client.get(address).content.decode()
    assert "Тайна" not in shown
    for initial in (1, 0):
        data = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": initial, "form-0-id": foreign.pk, "form-0-title": "Моя"}
        client.post(address, data)
    assert set(PortalImage.objects.values_list("title", flat=True)) == {"Чужда", "A"}


def test_the_way_there_stands_above_the_list_of_images(client, editor):
    client.force_login(editor)
    assert reverse(UPLOAD) in client.get(reverse("wagtailimages:index")).content.decode()
    assert client.get(reverse(UPLOAD)).status_code == 200
