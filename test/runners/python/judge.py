"""The judge: a process that plays the server, hands out the cases and compares the results. See test/cases/README.md."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import urllib.error
import urllib.request
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]


def _start() -> str:
    """Starts a judge, which ends with this process. Returns its URL."""
    programs = ROOT / "node_modules" / ".bin"
    node = shutil.which("node", path=f"{programs}{os.pathsep}{os.environ.get('PATH', '')}")
    if node is None:
        raise RuntimeError("The judge needs Node.js, which was not found.")
    command = [node, "--conditions=@patchbay/source", "test/judge/serve.ts", "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    url = process.stdout.readline().strip()
    if not url:
        raise RuntimeError("The judge did not start. Its error is above.")
    _processes.append(process)
    return url


_processes: list[subprocess.Popen[str]] = []


def stop() -> None:
    """Ends the judge."""
    while _processes:
        process = _processes.pop()
        process.terminate()
        process.communicate()


@cache
def url() -> str:
    """The URL of the judge, which is started when it is first needed."""
    return os.environ.get("PATCHBAY_JUDGE_URL") or _start()


def ask(path: str, body: object = None) -> Any:
    """Sends a request to the judge."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url() + path, data=data, headers={"content-type": "application/json"})
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        raise RuntimeError(error.read().decode()) from None
