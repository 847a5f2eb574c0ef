from django.utils import translation

from core import language, site_map


class LanguageFromPath:
    """The address alone decides the language, so that no answer varies by Accept-Language or cookie."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        code = language.from_path(request.path_info)
        with translation.override(code), site_map.asked_once():
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response
