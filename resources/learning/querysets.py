from django.db import models


class EnrolmentQuerySet(models.QuerySet):
    def current(self):
        """Without those who left: of them nothing is kept but that they did."""
        return self.filter(left_at=None)

    def of(self, person):
        return self.current().filter(person=person)

    def going_on(self):
        return self.current().filter(finished_at=None)
