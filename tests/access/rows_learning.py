"""Who learns what, and good practices that are not published yet."""

from tests.access.ways import OFFICE, THEIRS, TRAINERS, Way, at, plain

SECRET = "zebra"
LEARNING = [
    Way("enrolment", "list", plain("/admin/resources/enrolment/"), TRAINERS),
    Way("enrolment", "in full", at("resources_enrolment_modeladmin_inspect", "enrolment"), TRAINERS),
    Way("enrolment", "sheet", plain("/admin/resources/enrolment/?export=csv"), TRAINERS),
    *(
        Way("practice", channel, at(f"wagtailsnippets_resources_practice:{channel}", "practice"), THEIRS)
        for channel in ("edit", "history", "usage")
    ),
    Way("practice", "list", plain("/admin/snippets/resources/practice/"), THEIRS),
    Way("practice", "sheet", plain("/admin/snippets/resources/practice/?export=csv"), THEIRS),
    Way("practice", "choose", plain("/admin/snippets/choose/resources/practice/"), THEIRS),
    Way(  # „practice“ in this address is the model, not the thing
        "practice",
        "delete together",
        lambda world: f"/admin/bulk/resources/practice/delete/?id={world.practice.pk}",
        OFFICE,
    ),
    Way("practice", "its address", plain(f"/obuchenia/praktiki/{SECRET}-practice/")),
    Way("practice", "list of readers", plain("/obuchenia/praktiki/")),
    Way("practice", "list of readers in English", plain("/en/training/praktiki/")),
    Way("course", "its address", plain(f"/obuchenia/{SECRET}-course/")),
    Way("course", "enrolling", at("learning:enrol", "course")),
]
