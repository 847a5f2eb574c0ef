"""Several pictures at once: upload with what they share, then a description for each on the next screen."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.images.permissions import permission_policy
from wagtail.models import Collection

from core.forms.several_pictures import MOST_AT_ONCE, DescriptionFormSet, SeveralPicturesForm
from core.models import PortalImage
from core.uploads import checksum


class PicturesView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    permission_policy = permission_policy
    header_icon = "image"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtailimages:index"), "label": _("Images")},
            {"url": "", "label": self.get_page_title()},
        ]


class UploadView(PicturesView):
    """The good ones are kept; for each of the others it is said why not."""

    permission_required = "add"
    page_title = gettext_lazy("Upload several pictures")
    template_name = "core/admin/several_pictures.html"
    form_class = SeveralPicturesForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        single = form.one_by_one()
        good = [each for _name, each in single if each.is_valid()]
        kept, new = keep(good, form.cleaned_data["collection"])
        for name, each in single:
            if each.errors:
                reason = " ".join(sentence for sentences in each.errors.values() for sentence in sentences)
                messages.error(self.request, f"{name}: {reason}")
        if not kept:
            return self.form_invalid(form)
        if new:
            text = ngettext("%(count)d picture is uploaded.", "%(count)d pictures are uploaded.", new)
            messages.success(self.request, text % {"count": new})
        if new < len(kept):
            text = ngettext("%(count)d was there already.", "%(count)d were there already.", len(kept) - new)
            messages.info(self.request, text % {"count": len(kept) - new})
        keys = ",".join(str(image.pk) for image in kept)
        return redirect(f"{reverse('several_pictures:describe')}?pictures={keys}")


class DescribeView(PicturesView):
    """One sentence for each picture, with the picture beside it."""

    any_permission_required = ["add", "change"]
    page_title = gettext_lazy("Say what is to be seen")
    template_name = "core/admin/describe_pictures.html"
    form_class = DescriptionFormSet

    def get_form_kwargs(self):
        keys = self.request.GET.get("pictures", "").split(",")[:MOST_AT_ONCE]
        mine = permission_policy.instances_user_has_permission_for(self.request.user, "change")
        chosen = mine.filter(pk__in=[key for key in keys if key.isdecimal() and len(key) < 18]).order_by("pk")
        kwargs = super().get_form_kwargs() | {"queryset": chosen.prefetch_renditions("max-400x300")}
        kwargs.pop("initial")
        return kwargs

    def form_valid(self, form):
        form.save()
        messages.success(self.request, _("The descriptions are saved."))
        return redirect("wagtailimages:index")


def keep(forms: list, collection: Collection) -> tuple[list[PortalImage], int]:
    """Save pictures that are not in the collection yet. Returns all of them, and how many are new.

    A form sent twice finds its own pictures: the collection is locked, so the second waits for the first.
    """
    kept, new = [], 0
    with transaction.atomic():
        Collection.objects.select_for_update().get(pk=collection.pk)
        for form in forms:
            same = {"collection": collection, "checksum": checksum(form.cleaned_data["file"])}
            image = PortalImage.objects.filter(**same).first()
            if image is None:
                image, new = form.save(), new + 1
            kept.append(image)
    return list(dict.fromkeys(kept)), new


def urls():
    """For the hook `register_admin_urls`."""
    own = [
        path("", UploadView.as_view(), name="upload"),
        path("describe/", DescribeView.as_view(), name="describe"),
    ]
    return [path("several-pictures/", include((own, "several_pictures")))]
