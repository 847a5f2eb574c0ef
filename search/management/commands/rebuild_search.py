from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from core.management.progress import Progress
from search.rebuilding import rebuild


class Command(BaseCommand):
    help = "Bring what the search finds in step with what there is. Safe to repeat; only what changed costs time."

    def add_arguments(self, parser):
        parser.add_argument("--everything", action="store_true", help="write all of it anew")

    def handle(self, *args, everything, verbosity, **options):
        if not verbosity:
            rebuild(everything=everything)
            return
        done = rebuild(Progress(self.stdout), everything)
        self.stdout.write(_("The search is in step: %(number)s things written anew or taken out.") % {"number": done})
