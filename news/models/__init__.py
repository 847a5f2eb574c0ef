from .index import NewsIndexPage
from .news import NewsPage, RelatedNews
from .newsroom import NewsroomPage
from .review import OrganizationReview
from .rubric import RubricIndexPage, RubricPage

__all__ = [
    "NewsIndexPage",
    "NewsPage",
    "NewsroomPage",
    "OrganizationReview",
    "RelatedNews",
    "RubricIndexPage",
    "RubricPage",
]
