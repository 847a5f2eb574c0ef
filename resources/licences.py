"""What others may do with a file, in words and with the address where it is explained."""

from typing import NamedTuple

from core.enums import Licence


class Link(NamedTuple):
    label: str
    url: str


def licence_link(value: str, code: str) -> Link:
    label = str(Licence(value).label)
    if not value.startswith("cc-"):
        return Link(label, "")
    kind = value.removeprefix("cc-").removesuffix("-4.0")
    return Link(label, f"https://creativecommons.org/licenses/{kind}/4.0/deed.{code}")
