"""The plugin in other projects: pytest runs them in processes of their own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from patchbay_client.testing import MockServerProcess

COMMAND = f"node {(Path(__file__).parents[2] / 'mock-server/dist/cli.js').as_posix()}"


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.delenv("PATCHBAY_MOCK_URL", raising=False)
    pytester.makeini(f"[pytest]\npatchbay_mock_command = {COMMAND}\n")
    return pytester


ISOLATED = """
    import os
    import pytest

    @pytest.mark.parametrize("number", range(6))
    def test_isolated(patchbay_server, number):
        assert len(patchbay_server.journal) == 0
        patchbay_server.on().reply(f"Reply {number}")
        patchbay_server.set_credits(number)
        assert [rule.times_used for rule in patchbay_server.rules()] == [0]
        assert patchbay_server.add_credits(0) == number
        print("worker", os.environ.get("PYTEST_XDIST_WORKER"))
"""


def test_each_test_has_its_own_session(project: pytest.Pytester) -> None:
    project.makepyfile(ISOLATED)
    project.runpytest_subprocess().assert_outcomes(passed=6)


def test_tests_run_in_parallel_with_xdist(project: pytest.Pytester) -> None:
    project.makepyfile(ISOLATED)
    result = project.runpytest_subprocess("-n", "2", "-rP")
    result.assert_outcomes(passed=6)
    result.stdout.fnmatch_lines_random(["worker gw0", "worker gw1"])


def test_parallel_runs_share_a_running_server(
    project: pytest.Pytester, patchbay_process: MockServerProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATCHBAY_MOCK_URL", f"{patchbay_process.url}/api/v1")
    project.makeini("[pytest]\npatchbay_mock_command = absent-program\n")
    project.makepyfile(ISOLATED + f"\n        assert patchbay_server.url.startswith({patchbay_process.url!r})\n")
    project.runpytest_subprocess("-n", "2").assert_outcomes(passed=6)


def test_the_report_of_a_failed_test_has_the_requests(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        from urllib.request import urlopen

        def test_fails(patchbay_server):
            patchbay_server.on(operation="models.count", body={"/x": 1}).reply({"status": 500}, name="broken")
            urlopen(f"{patchbay_server.base_url}/models/count").read()
            assert False

        def test_passes(patchbay_server):
            pass

        def test_fails_without_requests(patchbay_server):
            assert False
        """
    )
    result = project.runpytest_subprocess()
    result.assert_outcomes(failed=2, passed=1)
    result.stdout.fnmatch_lines(
        [
            "*requests to patchbay_server*",
            "1. GET /api/v1/models/count 200*",
            "   broken does not apply: *",
            "*requests to patchbay_server*",
            "No request was received.",
        ]
    )


def test_without_a_server_the_fixture_says_what_to_do(project: pytest.Pytester) -> None:
    project.makeini("[pytest]\npatchbay_mock_command = absent-program\n")
    project.makepyfile("def test_one(patchbay_server): pass")
    result = project.runpytest_subprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["*absent-program is not installed. Install Node.js 22 or later, or set PATCHBAY_MOCK_URL*"]
    )


def test_the_plugin_loads_nothing_until_a_test_uses_it(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import sys

        def test_one(pytestconfig):
            assert pytestconfig.pluginmanager.hasplugin("patchbay_client")
            assert "httpx2" not in sys.modules
            assert "patchbay_client.testing" not in sys.modules
        """
    )
    # anyio's plugin, which httpx2 installs, does not load httpx2.
    project.runpytest_subprocess().assert_outcomes(passed=1)


def test_the_marker_is_known(project: pytest.Pytester) -> None:
    result = project.runpytest_subprocess("--markers")
    result.stdout.fnmatch_lines(["@pytest.mark.patchbay(*"])


def test_the_server_ends_with_the_tests(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        def test_one(patchbay_process):
            print("PID", patchbay_process._process.pid)
        """
    )
    result = project.runpytest_subprocess("-s")
    result.assert_outcomes(passed=1)
    (line,) = [line for line in result.outlines if "PID" in line]
    pid = int(line.split("PID ")[1].split()[0].rstrip("."))
    with pytest.raises(OSError):  # noqa: PT011
        os.kill(pid, 0)
