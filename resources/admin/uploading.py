"""The trainers' door for files: one page that works everywhere, and the pieces that its script sends."""

from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from core.uploads.handlers import found_no_room
from resources.admin.crumbs import AmongMaterials
from resources.admin.upload_forms import SharedForm, UploadForm
from resources.keeping import NO_ROOM
from resources.models import Material, Upload
from resources.uploading import pieces
from resources.uploading.taking import Taken, take


class UploadView(AmongMaterials, PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """The good ones are kept; for each of the others it is said why not."""

    model = permission_policy = None
    permission_required = "add"
    form_class = UploadForm
    page_title = gettext_lazy("Upload materials")
    template_name = "resources/admin/upload.html"
    header_icon = "upload"
    taken: list[Taken] = []

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        if found_no_room(self.request):
            form.add_error("files", NO_ROOM)
        return form

    def form_valid(self, form):
        self.taken = take(form.cleaned_data["files"], self.request.user, form.shared)
        good = [one for one in self.taken if not one.problem]
        if good:
            words = ngettext("%(n)d file is kept.", "%(n)d files are kept.", len(good)) % {"n": len(good)}
            more = _("Now say in a sentence what each of them is.")
            messages.success(self.request, f"{words} {more}")
        for one in self.taken:
            if one.problem:
                form.add_error("files", f"{one.name}: {one.problem}")
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        space = self.model.snippet_viewset.get_url_name
        keys = dict.fromkeys(one.material.pk for one in self.taken if one.material)
        return super().get_context_data(
            taken=self.taken,
            describe_url=describe_address(keys) if keys else "",
            begin_url=reverse(space("upload_begin")),
            piece=pieces.PIECE,
            **kwargs,
        )


def describe_address(keys) -> str:
    space = Material.snippet_viewset.get_url_name
    return f"{reverse(space('describe'))}?materials={','.join(map(str, keys))}"


class PiecesView(PermissionCheckedMixin, View):
    """Answers in JSON; refuses in words."""

    model = permission_policy = None
    permission_required = "add"

    def upload(self, key) -> Upload:
        return get_object_or_404(Upload.objects.select_related("organization"), key=key, person=self.request.user)

    def shared(self, data) -> SharedForm:
        form = SharedForm(data, user=self.request.user)
        form.is_valid()
        return form


class BeginView(PiecesView):
    """A file is announced; the answer says where to go on."""

    http_method_names = ["post"]

    def post(self, request):
        organization = self.shared(request.POST).cleaned_data.get("organization")
        if organization is None:
            raise PermissionDenied
        size = request.POST.get("size", "")
        if not (size.isascii() and size.isdigit() and len(size) < 16):
            raise BadRequest("size")
        try:
            name, mark = request.POST.get("name", ""), request.POST.get("fingerprint", "")[:160]
            upload = pieces.begin(request.user, organization, name, int(size), mark)
        except ValidationError as error:
            return JsonResponse({"problem": " ".join(error.messages)}, status=400)
        space = self.model.snippet_viewset.get_url_name
        return JsonResponse(
            {
                "received": upload.received,
                "piece": reverse(space("upload_piece"), args=[upload.key]),
                "done": reverse(space("upload_done"), args=[upload.key]),
            }
        )


class PieceView(PiecesView):
    http_method_names = ["get", "patch", "delete"]

    def get(self, request, key):
        return JsonResponse({"received": self.upload(key).received})

    def patch(self, request, key):
        upload = self.upload(key)
        offset = request.headers.get("Upload-Offset", "")
        length = request.headers.get("Content-Length", "")
        if not (offset.isascii() and offset.isdigit() and len(offset) < 16 and length.isdigit()):
            raise BadRequest("Upload-Offset")
        if int(length) > pieces.PIECE:
            return JsonResponse({"received": upload.received}, status=413)
        try:
            pieces.add(upload, int(offset), request.read(int(length)))
        except Upload.DoesNotExist as error:  # given up while the piece was on its way
            raise Http404 from error
        except pieces.OutOfStep:
            return JsonResponse({"received": upload.received}, status=409)
        except ValidationError as error:
            return JsonResponse({"problem": " ".join(error.messages), "received": upload.received}, status=507)
        return JsonResponse({"received": upload.received})

    def delete(self, request, key):
        pieces.forget(self.upload(key))
        return JsonResponse({})


class DoneView(PiecesView):
    """The whole file is there: it is looked at like any other."""

    http_method_names = ["post"]

    def post(self, request, key):
        upload = self.upload(key)
        if not pieces.is_there(upload):
            return JsonResponse({"received": upload.received}, status=409)
        form = self.shared(request.POST)
        if form.errors or form.cleaned_data["organization"] != upload.organization:
            problem = " ".join(sentence for sentences in form.errors.values() for sentence in sentences)
            return JsonResponse({"problem": problem or _("This upload began for another organisation.")}, status=400)
        with pieces.opened(upload) as file:
            taken = take([file], request.user, form.shared)
        if not any(str(NO_ROOM) in one.problem for one in taken):
            pieces.forget(upload)
        keys = dict.fromkeys(one.material.pk for one in taken if one.material)
        return JsonResponse(
            {
                "files": [{"name": one.name, "problem": one.problem} for one in taken],
                "materials": list(keys),
            }
        )
