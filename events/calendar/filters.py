"""The form above the lists of events: what can be chosen, what is chosen, what could not be read."""

from django.db.models import CharField, Count, TextField, Value
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core import language
from core.dates import day
from core.written import written
from events.calendar import near
from events.calendar.choices import KILOMETRES, Choices, unread_days
from events.enums import Kind, PartOfNetwork
from events.models import Event
from events.when import date_of
from members.models import Organization, Theme
from members.provinces import provinces


class Filters:
    """For one reader and one answer, in the language that is read."""

    def __init__(self, data: QueryDict, user=None):
        self.user, self.code = user, language.active()
        self.choices = Choices.read(data)
        self.unread = unread_days(data)

    @cached_property
    def near(self) -> near.Near | None:
        return near.find(self.choices.near, self.choices.mesto) if self.choices.near else None

    @property
    def is_place_unknown(self) -> bool:
        return bool(self.choices.near) and self.near is None

    @cached_property
    def meant(self) -> list[tuple[str, str]]:
        """Names like the one that nobody knows, each with its address."""
        names = near.meant(self.choices.near, self.code) if self.is_place_unknown else []
        return [(name, self.choices.but(near=name, mesto="").query) for name in names]

    @cached_property
    def others(self) -> list[tuple[str, str]]:
        """Other places of the same name, each with its address."""
        found = []
        for place in self.near.others if self.near else ():
            if not hasattr(place, "municipality"):
                continue
            municipality = place.municipality.name_en if self.code == "en" else place.municipality.name_bg
            label = _("%(place)s, municipality of %(name)s") % {"place": place.written(self.code), "name": municipality}
            found.append((label, self.choices.but(mesto=str(place.pk)).query))
        return found

    def events(self):
        """The one queryset behind lists, months and feeds."""
        if self.is_place_unknown:
            return Event.objects.none()
        return self.choices.of(Event.objects.visible_to(self.user), self.near)

    def kinds_at(self, moment) -> list[dict]:
        """The kinds of what comes with their numbers, and what one can take part in online. One query."""
        events = Event.objects.visible_to(self.user).coming_at(moment)
        events = events.none() if self.is_place_unknown else self.choices.apart_from_kind(events, self.near)
        rows = list(events.order_by().values_list("kind", "is_online").annotate(Count("pk")))
        numbers = {value: sum(n for kind, _online, n in rows if kind == value) for value in Kind.values}
        online = sum(n for _kind, is_online, n in rows if is_online)
        open_to_all = self.choices.but(kind="", online="")
        found = [self._pick(pgettext("any choice", "All"), sum(numbers.values()), open_to_all)]
        for value, label in Kind.choices:
            if numbers[value] or value == self.choices.kind:
                found.append(self._pick(label, numbers[value], open_to_all.but(kind=value)))
        if online or self.choices.online:
            found.append(self._pick(_("Online"), online, open_to_all.but(online="1")))
        return found

    @property
    def all_kinds(self) -> list[dict]:
        """For the archive, which counts nothing."""
        open_to_all = self.choices.but(kind="", online="")
        kinds = [self._pick(label, None, open_to_all.but(kind=value)) for value, label in Kind.choices]
        online = self._pick(_("Online"), None, open_to_all.but(online="1"))
        return [self._pick(pgettext("any choice", "All"), None, open_to_all), *kinds, online]

    def _pick(self, label, number: int | None, choices: Choices) -> dict:
        return {"label": label, "number": number, "address": choices.query or ".", "chosen": choices == self.choices}

    @cached_property
    def provinces(self) -> list[tuple[str, str]]:
        return sorted(((nuts, one.name_in(self.code)) for nuts, one in provinces().items()), key=lambda pair: pair[1])

    parts = PartOfNetwork.choices

    @property
    def hosts(self) -> list[tuple[str, str]]:
        """Who has events that this reader may see."""
        return self._named["host"]

    @property
    def themes(self) -> list[tuple[str, str]]:
        return self._named["theme"]

    @cached_property
    def _named(self) -> dict[str, list[tuple[str, str]]]:
        """Hosts and themes, by one query."""
        events = Event.objects.visible_to(self.user).order_by()
        hosts = Organization.objects.rewrite(False).filter(pk__in=events.values("organization")).order_by()
        names = ("slug", "name_bg", "name_en")
        rows = hosts.values_list(
            Value("host"), Value(0), "sort_key", *(Cast(name, TextField()) for name in names)
        ).union(
            Theme.objects.rewrite(False)
            .order_by()
            .values_list(
                Value("theme"),
                "position",
                Value("", CharField()),
                *(Cast(name, TextField()) for name in ("slug", "title_bg", "title_en")),
            ),
            all=True,
        )
        found: dict[str, list] = {"host": [], "theme": []}
        for kind, _position, _sort_key, slug, bulgarian, english in sorted(rows, key=lambda row: row[:4]):
            found[kind].append((slug, written(bulgarian, english, self.code, in_latin=kind == "host").text))
        return found

    @property
    def kilometres(self) -> list[tuple[str, str, bool]]:
        chosen = self.choices.kilometres
        return [(str(km), self._within(km), km == chosen) for km in KILOMETRES]

    @staticmethod
    def _within(kilometres: int) -> str:
        if not kilometres:
            return _("in the place itself")
        return _("up to %(number)d km from it") % {"number": kilometres}

    @property
    def since_typed(self) -> str:
        return self._typed("since")

    @property
    def until_typed(self) -> str:
        return self._typed("until")

    def _typed(self, name: str) -> str:
        """„10.12.2026“; as it came, when it could not be read."""
        chosen = getattr(self.choices, name)
        return f"{date_of(chosen):%d.%m.%Y}" if chosen else self.unread.get(name, "")

    @cached_property
    def chips(self) -> list[dict]:
        """What is chosen besides the kind, and the address without it."""
        choices, found = self.choices, []

        def add(label, **without):
            found.append({"label": label, "address": choices.but(**without).query or "."})

        if choices.near:
            name = self.near.name_in(self.code) if self.near else choices.near
            label = f"{name}: {self._within(choices.kilometres)}" if self.near else name
            add(label, near="", mesto="", km="")
        if choices.province:
            name = provinces()[choices.province].name_in(self.code)
            add(_("province %(name)s") % {"name": name}, province="")
        if choices.part:
            add(PartOfNetwork(choices.part).label, part="")
        if choices.host:
            add(dict(self.hosts).get(choices.host, choices.host), host="")
        if choices.theme:
            add(dict(self.themes).get(choices.theme, choices.theme), theme="")
        if choices.since:
            add(_("from %(day)s") % {"day": day(date_of(choices.since))}, since="")
        if choices.until:
            add(_("to %(day)s") % {"day": day(date_of(choices.until))}, until="")
        return found

    @property
    def title(self) -> str:
        """What is chosen, in words; for feeds."""
        kind = [Kind(self.choices.kind).label] if self.choices.kind else []
        online = [_("online")] if self.choices.online else []
        return ", ".join(map(str, [*kind, *online, *(chip["label"] for chip in self.chips)]))
