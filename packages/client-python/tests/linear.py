"""Tests that time grows in proportion to a size. No test compares with a number of seconds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Four times the size costs linear work four times the time, and quadratic work sixteen times: the limit is eight."""
    work(size)
    small = large = float("inf")
    for _ in range(5):
        small, large = min(small, _seconds(work, size)), min(large, _seconds(work, 4 * size))
        if large < 8 * small:
            return
    assert large / small < 8


def _seconds(work: Callable[[int], object], size: int) -> float:
    # A garbage collection takes the time of the whole heap, which other tests have filled.
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work(size)
        return time.process_time() - start
    finally:
        gc.enable()
