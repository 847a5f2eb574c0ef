"""A whole course as one ZIP: what of its materials this reader may have, lesson by lesson, written as it is sent."""

from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from core.rate_limit import too_many
from core.readers import reader
from core.transliteration import slugify_bg
from resources import counting
from resources.models import CoursePage, Material
from resources.packing import packed

PER_HOUR = 60


@require_safe
def course_zip(request, pk: int):
    course = CoursePage.objects.visible_to().filter(pk=pk).first()
    user = reader(request)
    if course is None:
        if user is None:
            raise Http404
        course = get_object_or_404(CoursePage.objects.visible_to(user), pk=pk)
    materials = materials_of(course, Material.objects.visible_to(user).select_related("current"))
    if not materials:
        raise Http404
    if request.method == "GET":
        if too_many(request, "course-zip", PER_HOUR, 3600):
            return render(request, "429.html", status=429)
        for material in materials:
            counting.count(request, material.current, user)
    answer = StreamingHttpResponse(packed(materials), content_type="application/zip")
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{slugify_bg(course.title)}.zip")
    answer.headers["X-Robots-Tag"] = "noindex"
    if user is None:
        patch_cache_control(answer, public=True, no_cache=True)
    else:
        add_never_cache_headers(answer)
    return answer


def materials_of(course: CoursePage, visible) -> list[Material]:
    """Of the materials that a reader may have those of its lessons in their order, then what belongs to the course
    besides."""
    lessons = course.get_children().live().order_by("path").values("pk")
    hung = visible.filter(lessons__page__in=lessons).order_by("lessons__page__path", "lessons__sort_order")
    own = visible.filter(course__translation_key=course.translation_key).order_by("pk")
    return list(dict.fromkeys([*hung, *own]))
