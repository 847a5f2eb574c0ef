"""Questions of a lesson with what was chosen and why it is right or wrong: for everybody, from the address alone, and
for who is enrolled from what the portal remembers."""

from dataclasses import dataclass

MOST = 8


@dataclass
class Option:
    number: int
    text: str
    why: str
    is_right: bool
    is_chosen: bool


@dataclass
class Asked:
    number: int
    key: str
    text: str
    options: list[Option]
    is_answered: bool

    @property
    def name(self) -> str:
        return f"v{self.number}"

    @property
    def has_several(self) -> bool:
        """More than one answer is right: boxes instead of buttons."""
        return sum(option.is_right for option in self.options) > 1

    @property
    def is_right(self) -> bool:
        return self.is_answered and all(option.is_right == option.is_chosen for option in self.options)


def asked(lesson, sent, kept=None) -> list[Asked]:
    """`sent` are the parameters of the address, or what was posted; `kept` the answers remembered, by question."""
    return [_asked(number, block, sent, (kept or {}).get(block.id)) for number, block in enumerate(lesson.questions, 1)]


def _asked(number: int, block, sent, kept) -> Asked:
    chosen = {int(one) for one in sent.getlist(f"v{number}")[:MOST] if one.isascii() and one.isdigit() and len(one) < 3}
    answers = list(block.value["answers"])
    chosen &= set(range(len(answers)))
    if not chosen and kept:
        chosen = {one for one in kept.chosen if one < len(answers)}
    options = [
        Option(place, answer["text"], answer["explanation"], bool(answer["is_right"]), place in chosen)
        for place, answer in enumerate(answers)
    ]
    return Asked(number, block.id, block.value["question"], options, bool(chosen))
