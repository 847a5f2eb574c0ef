"""Who is asked before the demo deletes an organisation."""

from django.db.models import PROTECT

from home.demo.unused import NEEDED_BY
from members.models import Organization


def test_whatever_needs_an_organisation_is_asked_after():
    needed = {relation.name for relation in Organization._meta.related_objects if relation.on_delete is PROTECT}
    assert needed <= set(NEEDED_BY)
