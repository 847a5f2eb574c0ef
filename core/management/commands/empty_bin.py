from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from core import bin


class Command(BaseCommand):
    help = "Delete for good what has been in the bin for long. Asks first; never runs by itself."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=30, help="how long a page must have been there")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args, days, yes, **options):
        old = list(bin.old_entries(timezone.now() - timedelta(days=days)))
        if not old:
            self.stdout.write(f"Nothing has been in the bin for more than {days} days.")
            return
        for page in old:
            self.stdout.write(f"{page.deleted_at:%Y-%m-%d}  {page.title}  ({page.url_path})")
        if not yes and input(f"Delete these {len(old)} for good? (yes/no) ").strip().lower() != "yes":
            self.stdout.write("Nothing was deleted.")
            return
        for page in old:
            self._empty(page)

    def _empty(self, page):
        try:
            bin.empty(page)
        except bin.TranslationNeedsIt as needed:
            self.stderr.write(f"“{needed.page.title}” stays: its translation hangs on it.")
        else:
            self.stdout.write(f"Deleted for good: {page.title}")
