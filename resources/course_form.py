"""The form of a course: only the office makes one that belongs to no organisation."""

from core.forms.pages import PageForm
from core.permissions import is_office


class CourseForm(PageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "organization" in self.fields and not is_office(self.for_user):
            self.fields["organization"].required = True
