"""An MP4 with one film and no sound: what a browser needs to play and to jump in it, and nothing more.

Its index stands before its frames, so that it begins to play while it is still coming.
"""

import struct

PLAIN = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)  # neither turned nor moved


def written(frames, description, size, frames_a_second):
    """`frames` are H.264 with the length before each unit, and whether one can begin with it; `description` is avcC."""
    kind = box("ftyp", b"isom", numbers(512), b"isomavc1mp41")
    index = _index(frames, description, size, frames_a_second, 0)
    index = _index(frames, description, size, frames_a_second, len(kind) + len(index) + 8)
    return kind + index + box("mdat", *(frame for frame, _is_key in frames))


def box(name, *parts):
    content = b"".join(parts)
    return struct.pack(">I4s", len(content) + 8, name.encode()) + content


def numbers(*values):
    return struct.pack(f">{len(values)}I", *values)


def _index(frames, description, size, rate, begins):
    count = len(frames)
    head = box("mvhd", numbers(0, 0, 0, rate, count, 0x10000, 0x01000000, 0, 0), PLAIN, bytes(24), numbers(2))
    place = numbers(3, 0, 0, 1, 0, count, 0, 0, 0, 0), PLAIN, numbers(size[0] << 16, size[1] << 16)
    times = box("mdhd", numbers(0, 0, 0, rate, count, 0x55C40000))  # the language: und
    what = box("hdlr", numbers(0, 0), b"vide", bytes(12), b"film\0")
    source = box("dinf", box("dref", numbers(0, 1), box("url ", numbers(1))))
    media = box("minf", box("vmhd", numbers(1, 0, 0)), source, _table(frames, description, size, begins))
    return box("moov", head, box("trak", box("tkhd", *place), box("mdia", times, what, media)))


def _table(frames, description, size, begins):
    """Where each frame stands, how long it is, and in which one may begin."""
    count = len(frames)
    look = struct.pack(">6xH16xHHIII H32xHh", 1, *size, 0x480000, 0x480000, 0, 1, 24, -1)
    keys = [number for number, (_frame, is_key) in enumerate(frames, 1) if is_key]
    return box(
        "stbl",
        box("stsd", numbers(0, 1), box("avc1", look, box("avcC", description))),
        box("stts", numbers(0, 1, count, 1)),
        box("stss", numbers(0, len(keys), *keys)),
        box("stsc", numbers(0, 1, 1, count, 1)),
        box("stsz", numbers(0, 0, count, *(len(frame) for frame, _is_key in frames))),
        box("stco", numbers(0, 1, begins)),
    )
