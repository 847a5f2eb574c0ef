"""Walking through texts that are built of blocks."""

from collections.abc import Iterator

from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue


def leaves(value) -> Iterator:
    """The values inside blocks inside blocks, in the order in which they are read."""
    if isinstance(value, StreamValue):
        children = [block.value for block in value]
    elif isinstance(value, StructValue):
        children = value.values()
    elif isinstance(value, ListValue):
        children = value
    else:
        yield value
        return
    for child in children:
        yield from leaves(child)
