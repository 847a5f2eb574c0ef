"""`manage.py tick` sends this signal again and again; receivers do what is due, and little when nothing is."""

from django.dispatch import Signal

tick = Signal()
