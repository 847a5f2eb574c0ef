"""What the portal adds to Wagtail's editor: addresses, checks, pasted text, links, pictures."""

from wagtail import hooks

from core.admin import (
    chooser_words,  # noqa: F401
    choosing,
    content_checker,
    content_warnings,
    decisions,
    editor_scripts,
    narrowed,  # noqa: F401
    open_doors,  # noqa: F401
    pickers,
    several_pictures,
    slugs,
)
from core.rich_text import ReadingLanguageLinks

slugs.register()
pickers.use_in_forms()
hooks.register("register_admin_urls", several_pictures.urls)
hooks.register("insert_editor_js", editor_scripts.scripts)
hooks.register("insert_global_admin_css", editor_scripts.styles)
hooks.register("construct_wagtail_userbar", content_checker.use_own_checker)
hooks.register("construct_page_chooser_queryset", choosing.only_seen)
hooks.register("before_edit_page", decisions.decide_once)
hooks.register("after_create_page", content_warnings.warn)
hooks.register("after_edit_page", content_warnings.warn)


@hooks.register("register_rich_text_features", order=10)
def lead_links_to_the_reading_language(features):
    features.register_link_type(ReadingLanguageLinks)
