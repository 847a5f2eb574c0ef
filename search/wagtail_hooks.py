from search.admin import asked, behind, words  # noqa: F401
