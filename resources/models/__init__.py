from .course import CoursePage
from .downloads import Download
from .index import ResourceIndexPage
from .lesson import LessonMaterial, LessonPage
from .material import Material
from .upload import Upload
from .version import MaterialVersion, Subtitles

__all__ = [
    "CoursePage",
    "Download",
    "LessonMaterial",
    "LessonPage",
    "Material",
    "MaterialVersion",
    "ResourceIndexPage",
    "Subtitles",
    "Upload",
]
