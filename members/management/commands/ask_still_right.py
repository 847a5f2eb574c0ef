from django.core.management.base import BaseCommand
from django.utils import timezone

from members.freshness.actions import ask


class Command(BaseCommand):
    help = "Ask editors whether their profile still holds, where nobody has said so for half a year. Safe to repeat."

    def handle(self, *args, **options):
        self.stdout.write(f"Letters written: {ask(timezone.localdate())}")
