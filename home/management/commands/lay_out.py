from django.core.management.base import BaseCommand

from home.lay_out import lay_out
from resources.handbook.laying import lay_handbook


class Command(BaseCommand):
    help = "Make the sections, rights, review and the course about itself that every portal has. Safe to repeat."

    def handle(self, *args, **options):
        lay_out()
        lay_handbook()
        self.stdout.write("The sections of the portal are there.")
