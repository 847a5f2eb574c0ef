from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DoorPress(models.Model):
    """One press at the entrance: somebody came, or did not after all. Which of them counts, `events.checkin.presses`
    says: the last by its own time, whenever it arrives."""

    id = models.UUIDField(primary_key=True)
    seat = models.ForeignKey("events.Seat", on_delete=models.CASCADE, related_name="presses")
    came = models.BooleanField(_("came"))
    pressed_at = models.DateTimeField(_("pressed"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("pressed by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("press at the entrance")
        verbose_name_plural = _("presses at the entrance")
        ordering = ["pressed_at", "id"]
        indexes = [models.Index(fields=["seat", "-pressed_at"], name="last_press_of_a_seat")]

    def __str__(self):
        return f"{self.seat_id} {self.pressed_at:%H:%M}"
