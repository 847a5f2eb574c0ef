"""The field of the organisation in the form of what belongs to it."""

from django.forms import Select

from members.models import Organization
from members.owned import OwnedPolicy, owner_key


def keep_owner(form, user) -> None:
    """A new record goes to an organisation of the editor's, to any for the office; later it stays where it is,
    whatever is sent."""
    model = form._meta.model
    field = form.fields.get(model.owner_path)
    if field is None:
        return
    policy = OwnedPolicy(model)
    if form.instance.pk:
        field.disabled = True
        _offer(field, Organization.objects.filter(pk=owner_key(form.instance)))
    elif not policy.is_office(user, "add"):
        _offer(field, policy.owners(user, "add"))


def _offer(field, organizations) -> None:
    field.widget = Select()
    field.queryset = organizations
    if len(organizations) == 1:
        field.initial, field.empty_label = organizations[0].pk, None
