from django.utils.translation import gettext_lazy

from core.admin.registers import Choice
from members.enums import Kind
from members.models import Application, Province


class OfColumn(Choice):
    """One of the choices of a column."""

    offered: list = []

    def lookups(self, request, model_admin):
        return self.offered

    def queryset(self, request, applications):
        return applications.filter(**{self.parameter_name: self.value()}) if self.value() else applications


class ByState(OfColumn):
    title, parameter_name, offered = gettext_lazy("state"), "state", Application.State.choices


class ByKind(OfColumn):
    title, parameter_name, offered = gettext_lazy("kind"), "kind", Kind.choices


class BySource(OfColumn):
    title, parameter_name, offered = gettext_lazy("came"), "source", Application.Source.choices


class ByProvince(Choice):
    """Where the settlement is, as far as the register of settlements knows it."""

    title, parameter_name = gettext_lazy("province"), "province"

    def lookups(self, request, model_admin):
        return [(province.nuts, province.name) for province in Province.objects.all()]

    def queryset(self, request, applications):
        return applications.filter(answers__province=self.value()) if self.value() else applications
