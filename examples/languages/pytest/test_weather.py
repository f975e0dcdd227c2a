# npx patchbay-mock --port 4010, then: pytest
import json
import os
import re
import urllib.error
import urllib.request

import pytest

SERVER = os.environ.get("PATCHBAY_URL", "http://127.0.0.1:4010")


def call(method, url, body=None, headers={}):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"content-type": "application/json", **headers}, method=method)
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


@pytest.fixture
def mock(request):
    """A session for each test, with its own rules, credits and journal."""
    name = re.sub(r"[^\w.-]", "-", request.node.name, flags=re.ASCII)[:100]  # parametrized tests have brackets
    call("POST", f"{SERVER}/s/{name}/_patchbay/reset", {"credits": 1})
    yield f"{SERVER}/s/{name}"
    call("DELETE", f"{SERVER}/_patchbay/sessions/{name}")


def ask(base_url, text, attempts=2, **headers):
    """The code under test: sends a chat request and retries it after a 503."""
    for _ in range(attempts):
        status, reply = call(
            "POST",
            f"{base_url}/api/v1/chat/completions",
            {"model": "openai/gpt-5-mini", "messages": [{"role": "user", "content": text}]},
            {"authorization": "Bearer sk-or-v1-test", **headers},
        )
        if status != 503:
            return status, reply
    return status, reply


def test_retries_after_503(mock):
    rule = {"match": {"userMessage": "weather"}, "reply": [{"status": 503}, "Sunny."]}
    assert call("POST", f"{mock}/_patchbay/rules", rule) == (201, {"added": 1})

    status, reply = ask(mock, "What is the weather?")

    assert reply["choices"][0]["message"]["content"] == "Sunny."
    _, journal = call("GET", f"{mock}/_patchbay/journal")
    assert [entry["status"] for entry in journal["entries"]] == [503, 200]


def test_a_fault_without_a_rule(mock):
    status, reply = ask(mock, "Hi", **{"x-patchbay-fault": "429;retryAfter=1"})

    assert (status, reply["error"]["message"]) == (429, "Rate limit exceeded")
