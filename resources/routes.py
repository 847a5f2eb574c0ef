"""The addresses below the training section and below a course."""


class LibraryRoutes:
    """For the page of the training section."""


class CourseRoutes:
    """For the page of a course."""
