from .course import CoursePage
from .downloads import Download, NoVersionLetters
from .handbook import ShippedPage
from .index import ResourceIndexPage
from .learning import CourseCertificate, CourseOpinion, Enrolment, LessonAnswer, LessonProgress
from .lesson import LessonMaterial, LessonPage
from .material import Material
from .practice import Practice, PracticeFigure, PracticeMaterial, PracticePartner
from .upload import Upload
from .version import MaterialVersion, Subtitles

__all__ = [
    "CourseCertificate",
    "CourseOpinion",
    "CoursePage",
    "Download",
    "Enrolment",
    "LessonAnswer",
    "LessonMaterial",
    "LessonPage",
    "LessonProgress",
    "Material",
    "MaterialVersion",
    "NoVersionLetters",
    "Practice",
    "PracticeFigure",
    "PracticeMaterial",
    "PracticePartner",
    "ResourceIndexPage",
    "ShippedPage",
    "Subtitles",
    "Upload",
]
