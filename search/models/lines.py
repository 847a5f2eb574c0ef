"""Fields of the office in which every line counts for itself."""

MOST_LINES = 50


def lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()][:MOST_LINES]
