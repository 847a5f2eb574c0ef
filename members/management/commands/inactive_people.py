from django.core.management.base import BaseCommand
from django.utils import timezone

from members import inactivity


class Command(BaseCommand):
    help = "Warn people who did not log in for 24 months; anonymise those who did not for 30. `tick` does it daily."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say how many have been quiet for 24 months")

    def handle(self, *args, dry_run, **options):
        if dry_run:
            quiet = inactivity.quiet_since(timezone.now() - inactivity.WARNED_AFTER)
            self.stdout.write(f"{quiet.count()} people did not log in for 24 months.")
            return
        warned, closed = inactivity.warn(), inactivity.close()
        self.stdout.write(f"Warned: {warned}. Anonymised: {closed}.")
