"""Fixtures of all tests."""

import pytest


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Runs async tests on asyncio."""
    return "asyncio"
