"""What is open of Wagtail's admin and of what `core` adds to it."""

from core.admin.doors import everybody, holders, office, open_to

open_to(
    everybody,
    "wagtailadmin_home",
    "wagtailadmin_account",
    "wagtailadmin_logout",
    "wagtailadmin_dismissibles",
    "wagtailadmin_editing_sessions:*",
    "wagtailadmin_block_preview",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "wagtail_modeladmin:javascript_catalog",
    # pages: which ones is asked in core/admin/guard.py and core/permissions.py
    "wagtailadmin_api:pages:listing",
    "wagtailadmin_api:pages:detail",
    "wagtailadmin_explore_root",
    "wagtailadmin_explore",
    "wagtailadmin_explore_results",
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_choose_page_chosen_multiple",
    "wagtailadmin_choose_page_external_link",
    "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_phone_link",
    "wagtailadmin_choose_page_anchor_link",
    "wagtail_bulk_action",
    *(
        f"wagtailadmin_pages:{name}"
        for name in (
            *("add", "add_subpage", "choose_parent", "edit", "delete", "unpublish", "copy", "move", "move_confirm"),
            *("preview_on_add", "preview_on_edit", "view_draft", "usage", "search", "search_results"),
            *("history", "history_results", "revisions_index", "revisions_view", "revisions_revert"),
            *("revisions_compare", "revisions_unschedule", "lock", "unlock", "set_page_position"),
            *("workflow_action", "collect_workflow_action_data", "confirm_workflow_cancellation"),
            *("workflow_preview", "workflow_history", "workflow_history_detail"),
        )
    ),
    # pictures and documents, within the collections of each
    *(f"wagtailimages:{name}" for name in ("index", "index_results", "add", "edit", "delete", "image_usage")),
    *(f"wagtailimages:{name}_multiple" for name in ("add", "edit", "delete", "delete_upload")),
    "wagtailimages:create_multiple_from_uploaded_image",
    "wagtailimages_chooser:*",
    *(f"wagtaildocs:{name}" for name in ("index", "index_results", "add", "edit", "delete", "document_usage")),
    *(f"wagtaildocs:{name}_multiple" for name in ("add", "edit", "delete", "delete_upload")),
    "wagtaildocs:create_multiple_from_uploaded_document",
    "wagtaildocs_chooser:*",
    "several_pictures:*",
    # records that everybody puts into texts
    "wagtailsnippetchoosers_core_contactrole:*",
    "wagtailsnippetchoosers_core_fundingrecord:*",
    # what core adds
    "bin:*",
    "translate_page",
    # reports that show each what is hers
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_results",
    # the ways in, which lead elsewhere, and what does not exist
    "wagtailadmin_login",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_complete",
    "admin/login/",
    "admin/password_reset/",
    "admin/password_reset/<path:rest>",
    "admin/account/",
    "admin/.*/$",
)
open_to(
    office,
    "wagtailadmin_pages:type_use",
    "wagtailadmin_pages:type_use_results",
    "wagtailadmin_tag_autocomplete",
    "wagtailadmin_tag_model_autocomplete",
    *(f"wagtailadmin_reports:{name}" for name in ("site_history", "aging_pages", "locked_pages")),
    *(f"wagtailadmin_reports:{name}_results" for name in ("site_history", "aging_pages", "locked_pages")),
)
open_to(holders("wagtailredirects.redirect"), "wagtailredirects:*")
