from django.db import models


class EnrolmentQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person)

    def going_on(self):
        return self.filter(finished_at=None)
