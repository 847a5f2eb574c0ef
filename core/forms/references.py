"""Ids typed into a form: nobody refers to what she may not see, whatever is sent past the windows to choose from."""

from django.core.exceptions import BadRequest, FieldDoesNotExist
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations

from core import sight
from core.forms.sent import refuse_strange_keys

HIDDEN = _("What is chosen here is neither published nor yours. Choose something else.")


class OwnReferences:
    """For forms of the admin: relations, blocks and links in texts lead to what this person sees, or led to before."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self._forms()  # before anybody else asks for them
        self._before = set(_of_record(self.instance)) if self.is_bound and self.instance.pk else set()

    def is_valid(self):
        """A form with any other mistake is shown again too, with all that it refers to."""
        valid = super().is_valid()
        return (not self.is_bound or self.for_user is None or self._refers_well(self)) and valid

    def full_clean(self):
        for form in self._forms() if self.is_bound else ():
            refuse_strange_keys(form)
        super().full_clean()

    def _forms(self) -> list:
        """This one and those of its rows, which are counted and looked up as they were sent."""
        try:
            return [self, *(form for formset in getattr(self, "formsets", {}).values() for form in formset.forms)]
        except (LookupError, ValueError) as error:
            raise BadRequest(str(error)) from error

    def _refers_well(self, form) -> bool:
        fields = {}
        for name, kind, key in _of_form(form):
            if (kind, key) not in self._before:
                fields.setdefault((name, kind), set()).add(key)
        wrong = [name for (name, kind), keys in fields.items() if sight.hidden_from(self.for_user, kind, keys)]
        for name in wrong:
            form.add_error(name, HIDDEN)
            # Shown again as it was: the field would name what is hidden.
            form.fields[name].bound_data = lambda data, initial: initial
        for formset in getattr(form, "formsets", {}).values():
            wrong += [child for child in formset.forms if not self._refers_well(child)]
        return not wrong


def _of_form(form):
    """(field, kind, key) of all that a form refers to: what it understood, and what came with a mistake as it came."""
    understood = getattr(form, "cleaned_data", {})
    for name in form.fields:
        try:
            field = form._meta.model._meta.get_field(name)
        except FieldDoesNotExist:
            continue  # the form's own
        value = understood[name] if name in understood else _as_sent(form, name)
        if value not in (None, ""):
            yield from ((name, kind, key) for kind, key in _of_value(field, value))


def _as_sent(form, name: str):
    return form.fields[name].widget.value_from_datadict(form.data, form.files, form.add_prefix(name))


def _of_record(record):
    for field in record._meta.get_fields():
        if not field.auto_created and (field.concrete or hasattr(field, "extract_references")):
            value = getattr(record, field.name).all() if field.many_to_many else field.value_from_object(record)
            if value is not None:
                yield from _of_value(field, value)
    for relation in get_all_child_relations(record):
        for child in getattr(record, relation.get_accessor_name()).all():
            yield from _of_record(child)


def _of_value(field, value):
    if field.many_to_one or field.one_to_one:
        found = [(field.related_model, getattr(value, "pk", value))]
    elif field.many_to_many:
        found = [(field.related_model, getattr(each, "pk", each)) for each in value]
    elif hasattr(field, "extract_references"):
        found = [(kind, key) for kind, key, *_path in field.extract_references(value)]
    else:
        found = []
    for kind, key in found:
        if limited := sight.kind_of(kind):
            yield limited, str(key)
