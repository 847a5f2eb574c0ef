"""What the demo has made so far, found by the keys that the texts use."""

from dataclasses import dataclass, field

from home.demo.reading import Text


@dataclass
class Made:
    people: dict = field(default_factory=dict)
    pictures: dict = field(default_factory=dict)
    documents: dict = field(default_factory=dict)
    roles: dict = field(default_factory=dict)
    funding: dict = field(default_factory=dict)
    pages: dict = field(default_factory=dict)
    """“news:forum-veselinovo”, “rubric:calls”, “newsroom:tundzha”, “page:glossary”, “project:…”, “contact”"""

    def find(self, kind: str, key: str, text: Text, name: str):
        """The thing a text names; a sentence when there is none."""
        try:
            return getattr(self, kind)[key]
        except KeyError:
            raise text.wrong(name, f"there is nothing called “{key}” among the {kind} of the demo.") from None

    def picture_of(self, text: Text):
        return self.find("pictures", text["picture"], text, "picture") if "picture" in text else None

    def funding_of(self, text: Text):
        return self.find("funding", text["funding"], text, "funding") if "funding" in text else None
