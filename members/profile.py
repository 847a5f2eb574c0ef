"""The public profile of an organisation, below the directory."""

from django.http import Http404

from members.models import Organization


def show(page, request, slug: str):
    """Raises Http404 for what is not published."""
    organization = Organization.objects.visible_to().filter(slug=slug).first()
    if organization is None:
        raise Http404
    return page.render(request, context_overrides={"organization": organization}, template="members/profile.html")
