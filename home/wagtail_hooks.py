"""The office: what the admin shows beside pages. Importing a module registers its hooks."""

from core.admin import bin, labels, office, translation  # noqa: F401
