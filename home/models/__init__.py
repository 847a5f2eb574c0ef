from .contact import ContactPage
from .home import HomePage
from .project import ProjectPage
from .standard import StandardPage

__all__ = ["ContactPage", "HomePage", "ProjectPage", "StandardPage"]
