"""Windows to choose a record of an organisation from: published ones, and one's own."""

from django.http import Http404
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from core.findable import findable_of, found_in
from members.owned import choosable_by


class FoundInSearch(SearchFilterMixin, BaseFilterForm):
    """A box that looks into the index of the portal's search."""

    def filter(self, objects):
        words = self.cleaned_data.get("q")
        if not words:
            return objects
        self.is_searching, self.search_query = True, words
        return found_in(objects, words)


class ListOfChoosable:
    def get_filter_form_class(self):
        return FoundInSearch if findable_of(self.model_class) else super().get_filter_form_class()

    def get_object_list(self):
        return choosable_by(self.request.user, self.model_class)


class OwnedChooseView(ListOfChoosable, ChooseView):
    pass


class OwnedChooseResultsView(ListOfChoosable, ChooseResultsView):
    pass


class OwnedChosenView(SnippetChosenView):
    def get_object(self, pk):
        if not pk.isdecimal():
            raise Http404
        return choosable_by(self.request.user, self.model_class).get(pk=pk)


class OwnedChosenMultipleView(SnippetChosenMultipleView):
    def get_objects(self, pks):
        return choosable_by(self.request.user, self.model_class).filter(pk__in=[pk for pk in pks if pk.isdecimal()])


class OwnedChooserViewSet(SnippetChooserViewSet):
    choose_view_class = OwnedChooseView
    choose_results_view_class = OwnedChooseResultsView
    chosen_view_class = OwnedChosenView
    chosen_multiple_view_class = OwnedChosenMultipleView
