"""Recordings made while the tests run: no camera, no codec."""

import io
import struct
import wave


def wav(seconds: int = 1) -> bytes:
    stream = io.BytesIO()
    with wave.open(stream, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes(range(256)) * (8000 * seconds // 256) + b"\x80" * (8000 * seconds % 256))
    return stream.getvalue()


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, name) + content


def mp4(seconds: int = 5, size: int = 1000) -> bytes:
    """The outer boxes of an MP4: enough to be known as one, nothing to be seen."""
    head = box(b"mvhd", b"\x00" * 12 + struct.pack(">II", 1000, seconds * 1000) + b"\x00" * 80)
    return box(b"ftyp", b"isom\x00\x00\x02\x00mp42") + box(b"moov", head) + box(b"mdat", b"\x01" * size)
