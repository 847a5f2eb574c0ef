"""Background work, each piece safe to run twice."""

from django_tasks import task

from core import renditions


@task()
def prepare_renditions(image_pk: int) -> None:
    """So that the first reader of a page does not wait for its pictures."""
    from core.models import PortalImage

    image = PortalImage.objects.filter(pk=image_pk).first()
    if image:
        renditions.prepare(image)
