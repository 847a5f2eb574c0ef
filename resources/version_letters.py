"""Letters about new versions: stopped, and wanted again, by a link in the letter or from one's own page."""

from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from core.views.private import private
from members.models import User
from resources.models import NoVersionLetters

LINKS = signing.Signer(salt="version-letters", sep=".")  # a colon would end the link in some mail programs
AGAIN = "again"


def are_stopped(person: User) -> bool:
    return NoVersionLetters.objects.filter(person=person).exists()


def stopping_path(person: User) -> str:
    """In the active language. Good for these letters alone, for as long as the profile is open; no log-in is asked."""
    return reverse("learning:version-letters", args=[LINKS.sign(person.pk)])


@private
def version_letters(request, token: str):
    """Machines follow links in letters: only the button changes anything."""
    person = _person(token)
    if request.method == "POST":
        if request.POST.get("do") == AGAIN:
            NoVersionLetters.objects.filter(person=person).delete()
        else:
            NoVersionLetters.objects.get_or_create(person=person)
        return redirect(request.path)
    return render(request, "resources/version_letters.html", {"stopped": are_stopped(person)})


def _person(token: str) -> User:
    try:
        return get_object_or_404(User, pk=LINKS.unsign(token), is_active=True)
    except signing.BadSignature as error:
        raise Http404 from error
