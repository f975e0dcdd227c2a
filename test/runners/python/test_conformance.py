"""Every conformance case with both clients. The judge decides; this runner contains no expectations."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import judge
import pytest
from steps import run_steps

from patchbay_client import AsyncPatchbay, Patchbay

CLIENTS = {"python": Patchbay, "python-async": AsyncPatchbay}
FEATURES = "stream,pages,parse,raw,embed,responses,messages,retries,logs,fallback,agent"
# A synchronous call cannot be canceled from outside.
NEEDS = {"python": FEATURES, "python-async": f"{FEATURES},cancel"}


def list_variants() -> list[Any]:
    """Each variant of each case, for each client."""
    return [
        pytest.param(
            language,
            case["id"],
            variant,
            id=f"{language}-{case['id']}-{variant}",
            marks=[pytest.mark.skip(reason=f"needs {', '.join(case['missing'])}")] if case["missing"] else [],
        )
        for language in CLIENTS
        for case in judge.ask(f"/_patchbay/cases?language={language}&needs={NEEDS[language]}")
        for variant in case["variants"]
    ]


@pytest.fixture(scope="session", autouse=True)
def warm_up() -> None:
    """Makes a call with each client, so that no case waits for imports and for pydantic."""
    for language, kind in CLIENTS.items():
        run = judge.ask("/_patchbay/runs", {"case": "accumulation/same-as-without-streaming", "language": language})
        asyncio.run(run_steps(run, kind))


@pytest.mark.parametrize(("language", "case", "variant"), list_variants())
def test_case(language: str, case: str, variant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENROUTER_API_KEY", "OPENROUTER_BASE_URL", "PATCHBAY_LOG"):
        monkeypatch.delenv(name, raising=False)
    run = judge.ask("/_patchbay/runs", {"case": case, "variant": variant, "language": language})
    report = asyncio.run(run_steps(run, CLIENTS[language]))
    verdict = judge.ask(f"/s/{run['run']}/_patchbay/outcome", report)
    assert verdict["ok"], json.dumps(verdict["problems"], indent=2)
