"""The agent is a package of its own."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from patchbay_client import Patchbay
Patchbay(api_key="sk-or-v1-0123456789abcdef").chat.completions
assert not [name for name in sys.modules if name.startswith("patchbay_client.agent")]
from patchbay_client.agent import run_tools
"""


def test_the_client_never_imports_the_agent() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
