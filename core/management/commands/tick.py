import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from core import regularly
from core.mail import deliver_waiting


class Command(BaseCommand):
    help = "What must happen regularly: publish and take down scheduled pages, what apps want done, waiting letters."

    def add_arguments(self, parser):
        parser.add_argument("--forever", action="store_true", help="go on until stopped")
        parser.add_argument("--every", type=int, default=30, metavar="SECONDS")

    def handle(self, *args, forever, every, **options):
        while True:
            try:
                call_command("publish_scheduled", verbosity=0)
                regularly.do_all()
                deliver_waiting()
            except DatabaseError as error:
                if not forever:
                    raise
                self.stderr.write(f"Trying again in {every} seconds: {error}")
            if not forever:
                return
            close_old_connections()
            time.sleep(every)
