"""Which files are taken in as materials, what a browser is told they are, and how large they may be."""

from resources.enums import Kind

MB = 1024 * 1024

DOCUMENTS = ("pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods", "rtf", "txt", "csv")
SHEETS = ("xlsx", "ods")
PICTURES = ("jpg", "png", "gif", "webp")
VIDEO = ("mp4", "m4v", "webm", "ogv")
SOUND = ("mp3", "m4a", "ogg", "oga", "opus", "wav")
SUBTITLES = ("vtt", "srt")
TAKEN = (*DOCUMENTS, *PICTURES, *VIDEO, *SOUND, *SUBTITLES)
ARCHIVE = "zip"
SHOWN_AS_PICTURES = ("pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods", "rtf")
"""What can be looked at page by page, once it is a PDF."""

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "rtf": "application/rtf",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "jpg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "webm": "video/webm",
    "ogv": "video/ogg",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
}

KINDS = {
    **dict.fromkeys(("pptx", "odp"), Kind.PRESENTATION),
    **dict.fromkeys(("xlsx", "ods", "csv"), Kind.SHEET),
    **dict.fromkeys(("docx", "odt", "rtf"), Kind.TEMPLATE),
    **dict.fromkeys(PICTURES, Kind.PICTURE),
    **dict.fromkeys(VIDEO, Kind.VIDEO),
    **dict.fromkeys(SOUND, Kind.AUDIO),
}
"""What a file of a format most often is; its trainer may say otherwise."""


def largest(extension: str) -> int:
    """In bytes."""
    if extension in VIDEO or extension == ARCHIVE:
        return 2048 * MB
    if extension in SOUND:
        return 500 * MB
    if extension in PICTURES:
        return 40 * MB
    return 2 * MB if extension in SUBTITLES else 200 * MB


def is_recording(extension: str) -> bool:
    return extension in VIDEO or extension in SOUND
