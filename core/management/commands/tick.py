import logging
import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from core.mail import deliver_waiting
from core.regularly import tick

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "What must happen regularly: publish and take down scheduled pages, send waiting letters, tidy up."

    def add_arguments(self, parser):
        parser.add_argument("--forever", action="store_true", help="go on until stopped")
        parser.add_argument("--every", type=int, default=30, metavar="SECONDS")

    def handle(self, *args, forever, every, **options):
        while True:
            try:
                call_command("publish_scheduled", verbosity=0)
                deliver_waiting()
                for receiver, error in tick.send_robust(sender=Command):
                    if error is not None:  # one that fails must not keep the others from their work
                        log.error("%s failed", receiver, exc_info=error)
            except DatabaseError as error:
                if not forever:
                    raise
                self.stderr.write(f"Trying again in {every} seconds: {error}")
            if not forever:
                return
            close_old_connections()
            time.sleep(every)
