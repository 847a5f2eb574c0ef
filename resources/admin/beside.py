"""What goes with a recording: a picture for its beginning, subtitles."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from core.uploads import check_image
from resources.admin.desk_forms import MaterialView
from resources.admin.upload_forms import BesideForm
from resources.files import subtitles
from resources.keeping import no_room
from resources.models import Subtitles
from resources.reading.posters import give_poster


class BesideView(MaterialView):
    form_class = BesideForm
    page_title = gettext_lazy("Picture and subtitles")
    file_field = "poster"

    def form_valid(self, form):
        poster, track = form.cleaned_data["poster"], form.cleaned_data["subtitles"]
        if not poster and not track:
            form.add_error("poster", _("Choose a file."))
        if poster:
            self._check(form, "poster", check_image, poster)
        text = self._check(form, "subtitles", lambda file: subtitles.as_vtt(file.read()), track) if track else ""
        if form.errors:
            return self.form_invalid(form)
        if text:
            Subtitles.objects.update_or_create(
                material=self.material, language=form.cleaned_data["language"], defaults={"text": text}
            )
        if poster:
            try:
                give_poster(self.material.versions.first(), poster)
            except OSError:
                form.add_error("poster", no_room())
                return self.form_invalid(form)
        messages.success(self.request, _("Saved."))
        return self.desk()

    @staticmethod
    def _check(form, name: str, check, file):
        try:
            return check(file)
        except ValidationError as error:
            form.add_error(name, error)
            return None
