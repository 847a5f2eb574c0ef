"""The office: what the admin shows beside pages. Importing a module registers its hooks."""

from core.admin import bin, dashboard, labels, office, reports, translation  # noqa: F401
from home import reports as project_reports  # noqa: F401
