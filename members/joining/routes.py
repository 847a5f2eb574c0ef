from wagtail.contrib.routable_page.models import path

from core.views.pages import takes_form


class JoinRoutes:
    """The addresses below the page for joining."""

    @path("")
    def start_page(self, request):
        from members.joining.views.start import start

        return start(self, request)

    @path("chovek/")
    def person_page(self, request):
        from members.joining.views.start import person

        return person(self, request)

    @path("kod/")
    @takes_form
    def code_page(self, request):
        from members.joining.views.start import code

        return code(self, request)

    @path("prodalzhi/<uuid:key>/")
    def go_on_page(self, request, key):
        from members.joining.views.start import go_on

        return go_on(self, request, key)

    @path("potvardi/<uuid:key>/<slug:proof>/")
    @takes_form
    def confirm_page(self, request, key, proof):
        from members.joining.views.sending import confirm

        return confirm(self, request, key, proof)

    @path("pregled/")
    @takes_form
    def check_page(self, request):
        from members.joining.views.sending import check

        return check(self, request)

    @path("sastoyanie/")
    @takes_form
    def state_page(self, request):
        from members.joining.views.sending import state

        return state(self, request)

    @path("<slug:slug>/")
    @takes_form
    def step_page(self, request, slug):
        from members.joining.views.steps import step

        return step(self, request, slug)
