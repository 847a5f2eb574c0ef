from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from core.management.progress import Progress
from members.provinces import lay_provinces, provinces
from members.register.reading import read
from members.register.tables import RegisterError
from members.register.taking_in import take_in


class Command(BaseCommand):
    help = (
        "Take in the register of settlements (ЕКАТТЕ) of the National Statistical Institute: its zip, or the files "
        "ek_atte, ek_obst and ek_obl in Excel or JSON. Safe to repeat with a newer edition."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args, files, **options):
        lay_provinces()
        try:
            register = read(files, {province.code for province in provinces().values()})
        except RegisterError as error:
            raise CommandError(_("Nothing was taken in.") + f"\n{error}") from error
        outcome = take_in(register, Progress(self.stdout))
        self.stdout.write(_("Settlements: %(added)s new, %(changed)s changed, %(same)s as they were.") % vars(outcome))
        if outcome.unknown:
            self.stdout.write(_("%(unknown)s are no more in the register and were kept.") % vars(outcome))
