"""Films at YouTube and Vimeo: their address for a frame without trackers, loaded only after a click."""

import re

HOSTS = {
    "YouTube": (
        re.compile(
            r"https?://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:[^#]*&)?v=|embed/|live/|shorts/)|youtu\.be/)([\w-]{11})(?![\w-])"
        ),
        "https://www.youtube-nocookie.com/embed/{}?autoplay=1",
    ),
    "Vimeo": (
        re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/|channels/[\w-]+/)?(\d{5,12})\b"),
        "https://player.vimeo.com/video/{}?dnt=1&autoplay=1",
    ),
}


def host_and_frame(url: str) -> tuple[str, str]:
    """("YouTube", address of the frame), or two empty texts for an address that is no film."""
    for host, (pattern, frame) in HOSTS.items():
        found = pattern.match(url or "")
        if found:
            return host, frame.format(found[1])
    return "", ""
