"""Runs the cases of a client and prints what became of them as JSON: [{"name", "ok", "detail"}]. Usage: SCRIPT BASE_URL."""

import asyncio
import inspect
import json
import sys
import urllib.request

base_url = sys.argv[1]
api_key = "sk-or-v1-python"
model = "openai/gpt-5-mini"
embedding_model = "openai/text-embedding-3-small"
question = [{"role": "user", "content": "What is the weather in Paris?"}]
tools = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "The weather of a city",
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string"}},
                "required": ["city"],
                "additionalProperties": False,
            },
        },
    }
]

results = []


def case(function):
    """Runs a case at once; its name is the first line of its documentation."""
    name = inspect.getdoc(function)
    try:
        outcome = function()
        if inspect.iscoroutine(outcome):
            asyncio.run(outcome)
        results.append({"name": name, "ok": True, "detail": ""})
    except BaseException as error:  # A case may fail in any way; the others go on.
        results.append({"name": name, "ok": False, "detail": f"{type(error).__name__}: {error}"[:1000]})
    return function


def control(path, body):
    """Calls the control API."""
    request = urllib.request.Request(
        base_url.replace("/api/v1", "/_patchbay") + path,
        json.dumps(body).encode(),
        {"content-type": "application/json"},
        method="POST",
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def answer(text, *replies):
    """Answers chats whose last message has this text with these replies, in turn."""
    control("/rules", {"match": {"userMessage": text}, "reply": list(replies)})


def raises(kind, call):
    """The error of this kind that a call raises."""
    try:
        call()
    except kind as error:
        return error
    raise AssertionError(f"{kind.__name__} was not raised")


def finish():
    print(json.dumps(results))
