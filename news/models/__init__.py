from .index import NewsIndexPage
from .news import NewsPage, RelatedNews
from .newsroom import NewsroomPage
from .rubric import RubricIndexPage, RubricPage

__all__ = ["NewsIndexPage", "NewsPage", "NewsroomPage", "RelatedNews", "RubricIndexPage", "RubricPage"]
