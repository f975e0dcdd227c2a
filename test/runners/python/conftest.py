"""Makes the modules of the runner importable, and ends the judge after the last test."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


def pytest_sessionfinish(session: pytest.Session) -> None:
    import judge

    judge.stop()
