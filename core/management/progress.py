"""How far a long command has come: a bar at a terminal, one line a step elsewhere."""

WIDTH = 30


class Progress:
    def __init__(self, stream):
        self.stream = stream

    def __call__(self, name: str, items: list):
        at_terminal = self.stream.isatty()
        for number, item in enumerate(items, 1):
            yield item
            if at_terminal:
                full = WIDTH * number // len(items)
                self.stream.write(f"\r{name:<12} {'█' * full}{'·' * (WIDTH - full)} {number}/{len(items)}", ending="")
                self.stream.flush()
        if items:
            self.stream.write("" if at_terminal else f"{name}: {len(items)}")
