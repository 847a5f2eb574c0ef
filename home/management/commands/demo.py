from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from core.findable import written_later
from core.management.progress import Progress
from home.demo import bulk, people
from home.demo.keys import demo_pages
from home.demo.load import load
from home.demo.reading import DemoTextError
from home.demo.remove import remove
from home.lay_out import lay_out
from news.models import NewsPage
from resources.handbook.laying import lay_handbook


class Command(BaseCommand):
    help = "Load sample content and people to try the portal out. Safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument(
            "--size", choices=["small", "large"], default="small", help="large: 10,000 news, for load tests"
        )
        parser.add_argument("--seed", type=int, default=1, help="which large content; the same number gives the same")
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are news already")
        parser.add_argument("--delete", action="store_true", help="delete what the demo made, and only that")
        parser.add_argument("--logins", action="store_true", help="say who may log in and what each can do")

    def handle(self, *args, size, seed, if_empty, delete, logins, **options):
        if not settings.DEBUG:
            raise CommandError(
                "The demo is only for trying the portal out: its log-ins have a known password. "
                "It is refused because DEBUG is off here."
            )
        if logins:
            self.stdout.write(people.log_ins())
            return
        if if_empty and self._is_there():
            lay_out()
            lay_handbook()
            return
        progress = Progress(self.stdout)
        try:
            with written_later():
                if delete:
                    self._say_kept(remove(progress))
                    return
                load(progress)
                if size == "large":
                    bulk.multiply(seed, progress)
        except DemoTextError as error:
            raise CommandError(str(error)) from error
        finally:
            self._find_it_all()
        self.stdout.write("The demo content is there.")

    def _find_it_all(self) -> None:
        """Once, at the end. (By name: home and search do not know each other.)"""
        call_command("rebuild_search", stdout=self.stdout)

    def _is_there(self) -> bool:
        """Something to read, and no demo that was interrupted."""
        return NewsPage.objects.exists() and not demo_pages().filter(latest_revision=None).exists()

    def _say_kept(self, kept: list[str]) -> None:
        self.stdout.write("The demo content is deleted.")
        if kept:
            self.stdout.write("Kept, because other pages need it: " + "; ".join(kept))
