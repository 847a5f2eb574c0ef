"""Who manages people in the admin: our people have an e-mail, a display name and a language, and are invited."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.forms import CheckboxSelectMultiple, ModelForm
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.users.views.users import CreateView, EditView, IndexView, UserViewSet

from members.actions import change_address, create_person, invite
from members.affiliations import OPEN
from members.models import User
from members.models.user import normal_email
from members.names import clean_name
from members.permissions import LAST_ADMINISTRATOR, others_administer

FIELDS = ["email", "display_name", "language", "letter_language", "groups", "is_superuser"]


class PersonForm(ModelForm):
    def __init__(self, *args, by, editing_self=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["display_name"].required = True
        self.fields["groups"].queryset = Group.objects.filter(organization=None)
        self.fields["groups"].help_text = _("Rights in organisations come with being in them, not from here.")
        self.fields["is_superuser"].label = _("Administrator of the network")
        self.fields["is_superuser"].help_text = _("May do everything, also give and take these rights.")
        if editing_self:
            del self.fields["is_active"]
        if editing_self or not by.is_superuser:
            del self.fields["is_superuser"]
        if not by.is_superuser:  # a group gives rights; nobody gives herself more than she has
            del self.fields["groups"]

    def clean_email(self):
        email = normal_email(self.cleaned_data["email"])
        taken = EmailAddress.objects.filter(email=email, verified=True)
        if taken.exclude(user_id=self.instance.pk).exists():
            raise ValidationError(User._meta.get_field("email").error_messages["unique"])
        return email

    def clean_display_name(self):
        return clean_name(self.cleaned_data["display_name"])

    def clean_groups(self):
        """The groups of organisations are not offered here, so they stay as they are."""
        chosen = self.cleaned_data["groups"]
        if self.instance.pk is None:
            return chosen
        of_organizations = self.instance.groups.filter(organization__isnull=False)
        return Group.objects.filter(Q(pk__in=chosen) | Q(pk__in=of_organizations.values("pk")))


class NewPersonForm(PersonForm):
    class Meta:
        model = User
        fields = FIELDS
        widgets = {"groups": CheckboxSelectMultiple}

    def save(self, commit=True):
        """Office people need no confirmation of the address: only its owner can open the invitation."""
        self.instance = create_person(**self.cleaned_data)
        invite(self.instance)
        return self.instance


class EditPersonForm(PersonForm):
    class Meta:
        model = User
        fields = [*FIELDS, "is_active"]
        widgets = {"groups": CheckboxSelectMultiple}

    def clean(self):
        data = super().clean()
        was_one = self.initial["is_superuser"] and self.initial["is_active"]
        stays_one = data.get("is_superuser", True) and data.get("is_active", True)
        if was_one and not stays_one and not others_administer(besides=[self.instance]):
            field = "is_active" if data.get("is_superuser", True) else "is_superuser"
            self.add_error(field, ValidationError(LAST_ADMINISTRATOR, code="last_administrator"))
        return data

    def save(self, commit=True):
        person = super().save(commit)
        if "email" in self.changed_data:
            change_address(person, person.email)
        return person


class PeopleIndexView(IndexView):
    """Without those who are gone; their names are on what they wrote."""

    def get_base_queryset(self):
        return super().get_base_queryset().filter(erased_at=None)

    @cached_property
    def columns(self):
        columns = super().columns
        for column in columns:
            if column.name == User.USERNAME_FIELD:
                column.label = _("E-mail")
        return columns


class InviteView(CreateView):
    success_message = _("%(object)s has a profile and a letter with a link to set a password.")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"by": self.request.user}


class EditPersonView(EditView):
    def dispatch(self, request, *args, **kwargs):
        if self.object.erased_at:
            raise Http404
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"by": self.request.user}

    def get_context_data(self, **kwargs):
        places = self.object.affiliations.filter(state__in=OPEN).select_related("organization")
        return super().get_context_data(places=places, may_reset=self._may_reset_factor, **kwargs)

    @property
    def _may_reset_factor(self) -> bool:
        by, has_one = self.request.user, self.object.authenticator_set.exists()
        return has_one and by.is_superuser and by != self.object


class PeopleViewSet(UserViewSet):
    index_view_class = PeopleIndexView
    add_view_class = InviteView
    edit_view_class = EditPersonView

    def get_form_class(self, for_update=False):
        return EditPersonForm if for_update else NewPersonForm
