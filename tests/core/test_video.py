import pytest

from core.video import host_and_frame

FRAME = "https://www.youtube-nocookie.com/embed/abcDEF12_-9?autoplay=1"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=abcDEF12_-9",
        "https://m.youtube.com/watch?app=desktop&v=abcDEF12_-9&t=30s",
        "https://youtu.be/abcDEF12_-9?si=whatever",
        "https://www.youtube.com/live/abcDEF12_-9",
    ],
)
def test_films_at_youtube_are_shown_without_its_cookies(address):
    assert host_and_frame(address) == ("YouTube", FRAME)


def test_films_at_vimeo_are_shown_without_tracking():
    found = ("Vimeo", "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1")
    assert host_and_frame("https://vimeo.com/123456789") == found


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://example.org/watch?v=abcDEF12_-9",
        "https://youtube.com.example.org/watch?v=abcDEF12_-9",
        "https://www.youtube.com/@kanal",
        "javascript:alert(1)//youtu.be/abcDEF12_-9",
    ],
)
def test_nothing_else_gets_into_a_frame(address):
    assert host_and_frame(address) == ("", "")
