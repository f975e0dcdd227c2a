"""Writes GGUF, the file format of llama.cpp: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md"""

from __future__ import annotations

import struct
from array import array
from pathlib import Path

ALIGNMENT = 32
UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9
F32 = 0

Value = int | float | bool | str | bytes | list[int] | list[float] | list[bytes]


class Tensor:
    """Numbers in row-major order. `shape` is rows, then columns; a vector has its length only."""

    def __init__(self, shape: tuple[int, ...], numbers: array[float]) -> None:
        self.shape = shape
        self.numbers = numbers


def _string(text: str | bytes) -> bytes:
    data = text if isinstance(text, bytes) else text.encode()
    return struct.pack("<Q", len(data)) + data


def _scalar(value: float | bool | str | bytes) -> tuple[int, bytes]:
    if isinstance(value, bool):
        return BOOL, struct.pack("<?", value)
    if isinstance(value, int):
        return UINT32, struct.pack("<I", value)
    if isinstance(value, float):
        return FLOAT32, struct.pack("<f", value)
    return STRING, _string(value)


def _value(value: Value) -> bytes:
    if not isinstance(value, list):
        kind, data = _scalar(value)
        return struct.pack("<I", kind) + data
    # Lists of integers are signed in GGUF's vocabularies.
    items = [(INT32, struct.pack("<i", item)) if type(item) is int else _scalar(item) for item in value]
    return struct.pack("<IIQ", ARRAY, items[0][0], len(items)) + b"".join(data for _, data in items)


def _padding(length: int) -> bytes:
    return bytes(-length % ALIGNMENT)


def write_gguf(path: Path, metadata: dict[str, Value], tensors: dict[str, Tensor]) -> None:
    """Writes a model with 32-bit weights."""
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(metadata))
    head += b"".join(_string(key) + _value(value) for key, value in metadata.items())
    data = b""
    for name, tensor in tensors.items():
        # GGUF names the fastest dimension first.
        dimensions = [struct.pack("<Q", size) for size in reversed(tensor.shape)]
        head += _string(name) + struct.pack("<I", len(dimensions)) + b"".join(dimensions)
        head += struct.pack("<IQ", F32, len(data))
        numbers = tensor.numbers.tobytes()
        data += numbers + _padding(len(numbers))
    path.write_bytes(head + _padding(len(head)) + data)
