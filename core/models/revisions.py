from django.db.models import PROTECT
from modelcluster.models import (
    get_all_child_m2m_relations,
    get_all_child_relations,
    get_serializable_data_for_fields,
)


class KeepsLiveValues:
    """For models with revisions: a revision never wipes a column that it does not know or does not own.

    Publishing a revision saved before a column existed would empty the column; and what belongs to the thing as a
    whole (its bin, its keeper, whether it is translated) must not travel back in time with its text. The same holds
    for columns of what hangs on it.
    """

    live_value_fields: list[str] = []

    def with_content_json(self, content):
        content = content | self._instead_of_deleted(content) | self._newer_columns_of_children(content)
        known = {
            field.name: content[field.name]
            for field in self._meta.concrete_fields
            if field.name in content and field.name not in self.live_value_fields
        }
        restored = super().with_content_json(content)
        for field in self._meta.concrete_fields:
            if field.name not in known and not field.primary_key:
                setattr(restored, field.attname, getattr(self, field.attname))
        return restored

    def _instead_of_deleted(self, content) -> dict:
        """The live value of a reference whose record was deleted since: the database guards what is live, not drafts,
        and a protected reference into nothing would close the editor."""
        found = {}
        for field in self._meta.concrete_fields:
            is_protected = field.is_relation and field.remote_field.on_delete is PROTECT
            own, kept = getattr(self, field.attname), content.get(field.name)
            if is_protected and kept not in (None, own) and not field.related_model.objects.filter(pk=kept).exists():
                found[field.name] = own
        return found

    def _newer_columns_of_children(self, content) -> dict:
        """The rows of the revision, completed by what the live rows know beyond it."""
        found = {}
        for relation in get_all_child_relations(self):
            name = relation.get_accessor_name()
            columns = _columns(relation.related_model)
            rows = content.get(name) or []
            if any(columns - row.keys() for row in rows):
                live = {child.pk: _data(child) for child in getattr(self, name).all()}
                found[name] = [live.get(row["pk"], {}) | row for row in rows]
        return found


def _columns(model) -> set[str]:
    fields = [*model._meta.fields, *get_all_child_m2m_relations(model)]
    return {field.name for field in fields if field.serialize and not field.primary_key}


def _data(child) -> dict:
    if hasattr(child, "serializable_data"):
        return child.serializable_data()
    return get_serializable_data_for_fields(child)
