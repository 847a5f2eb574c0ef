"""Pages in the admin: views that name a page, lists, windows to choose from, many at once, reports."""

from tests.access.ways import ADMINISTRATOR, OFFICE, THEIRS, TRAINERS, Way, at, bulk, page, plain

VIEWS_OF_A_DRAFT = ("edit", "history", "usage", "copy", "move", "delete")
WITH_A_DRAFT = ("live", "scheduled", "expired", "sent", "english")
SEVERAL = "?id={draft}&id={live}"
ALL_BELOW = "?id=all&childOf={newsroom}"

VIEWS = [
    *(Way("draft", channel, page(channel), THEIRS) for channel in VIEWS_OF_A_DRAFT),
    *(Way(thing, "edit", page("edit", thing), THEIRS) for thing in WITH_A_DRAFT),
    Way("draft", "revision", page("revisions_view", "draft", "revision"), THEIRS),
    Way("draft", "go back to a revision", page("revisions_revert", "draft", "revision"), THEIRS),
    Way("live", "compare", page("revisions_compare", "live", "earliest", "latest"), THEIRS),
    Way("sent", "history of the review", page("workflow_history", "sent"), THEIRS),
    Way("sent", "look at it for the review", page("workflow_preview", "sent", "task"), OFFICE),
    Way("draft", "look at it for a review that is none", page("workflow_preview", "draft", "task")),
    Way("draft", "question before a review ends", page("collect_workflow_action_data", "draft", "approve", "state")),
    Way("draft", "translate", at("translate_page", "draft"), THEIRS),
    Way("draft", "start from this one", at("start_from_page", "draft"), THEIRS),
    Way("draft", "privacy", page("set_privacy")),
    Way("gone", "edit", page("edit", "gone")),
    Way("gone", "bin", at("bin:index"), OFFICE),
]
LISTS = [
    Way("draft", "explorer, below itself", at("wagtailadmin_explore", "draft"), THEIRS),
    Way("drafts", "explorer", at("wagtailadmin_explore", "newsroom"), THEIRS),
    Way("drafts", "explorer, results", at("wagtailadmin_explore_results", "newsroom"), THEIRS),
    Way("drafts", "explorer, everywhere", at("wagtailadmin_explore", "index", query="?q=zebr&search_all=1"), THEIRS),
    Way("drafts", "search", plain("/admin/pages/search/?q=zebr"), TRAINERS),
    Way("drafts", "search, results", plain("/admin/pages/search/results/?q=zebr"), TRAINERS),
    Way("drafts", "sidebar", at("wagtailadmin_api:pages:listing", query="?child_of={newsroom}&for_explorer=1"), THEIRS),
    Way("draft", "sidebar, one page", at("wagtailadmin_api:pages:detail", "draft"), THEIRS),
    Way("drafts", "pages of a kind", plain("/admin/pages/usage/news/newspage/"), OFFICE),
    Way("drafts", "first page of the admin", plain("/admin/"), frozenset({"editor", "officer", "administrator"})),
    Way("people", "filter of the explorer", at("wagtailadmin_explore", "index"), THEIRS, secret="okapi"),
]
WINDOWS = [
    Way("drafts", "choose", at("wagtailadmin_choose_page_child", "newsroom"), THEIRS),
    Way("draft", "choose below it", at("wagtailadmin_choose_page_child", "draft"), THEIRS),
    Way("drafts", "choose, search", plain("/admin/choose-page/search/?q=zebr"), TRAINERS),
    Way("draft", "chosen, several", at("wagtailadmin_choose_page_chosen_multiple", query=SEVERAL), THEIRS),
    Way("live", "choose: the version to come", plain("/admin/choose-page/search/?q=otkrita"), secret="zebra version"),
]
AT_ONCE = [
    *(
        Way("draft", f"{action} together", bulk("wagtailcore/page", action, "draft"), THEIRS)
        for action in ("delete", "move", "publish", "unpublish")
    ),
    Way("drafts", "all together", at("wagtail_bulk_action", "wagtailcore", "page", "delete", query=ALL_BELOW), THEIRS),
]
REPORTS = [
    Way("sent", "report of reviews", plain("/admin/reports/workflow/"), THEIRS),
    Way("sent", "report of reviews, sheet", plain("/admin/reports/workflow/?export=csv"), THEIRS),
    Way("sent", "report of tasks", plain("/admin/reports/workflow_tasks/"), ADMINISTRATOR),
    Way("pages", "site history", plain("/admin/reports/site-history/"), OFFICE),
    Way("pages", "site history, sheet", plain("/admin/reports/site-history/?export=xlsx"), secret="zebra"),
    Way("pages", "aging pages", plain("/admin/reports/aging-pages/"), secret="zebra version"),
    Way("live", "wanted translations", plain("/admin/reports/asked_translations/"), secret="zebra version"),
]
ROWS = [*VIEWS, *LISTS, *WINDOWS, *AT_ONCE, *REPORTS]
