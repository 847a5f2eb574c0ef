from django.core.management.base import BaseCommand

from home.lay_out import lay_out


class Command(BaseCommand):
    help = "Make the sections, rights and review that every portal has. Safe to repeat."

    def handle(self, *args, **options):
        lay_out()
        self.stdout.write("The sections of the portal are there.")
