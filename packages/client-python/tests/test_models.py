"""How responses become models: by validation, and without it if they do not match the contract."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from patchbay_client import types
from patchbay_client._models import Model, load_decoder
from patchbay_client.generated.operations import OPERATIONS
from patchbay_client.types import (
    ChatCompletion,
    ChatCompletionMessage,
    MessagesResponse,
    ReasoningText,
    UnknownContentBlock,
)

examples = Path(__file__).parents[3] / "openapi" / "examples"


def read_examples(kind: str) -> list[Any]:
    return [
        pytest.param(operation, json.loads(file.read_text()), id=f"{operation.id}/{file.stem}")
        for operation in OPERATIONS.values()
        for file in sorted((examples / operation.id).glob(f"{kind}.*.json"))
    ]


def check(path: str, value: Any) -> None:
    """A value that matches the contract is validated, and the way without validation has the same result."""
    decoder = load_decoder(path)
    validated = decoder._validate(json.dumps(value))
    assert decoder.from_value(value) == validated
    assert validated.model_dump(exclude_unset=True) == value


@pytest.mark.parametrize(("operation", "value"), read_examples("response"))
def test_an_example_response_is_validated_and_sent_back_unchanged(operation: Any, value: Any) -> None:
    check(operation.model, value)


@pytest.mark.parametrize(("operation", "events"), read_examples("stream"))
def test_the_events_of_an_example_stream_are_validated_and_sent_back_unchanged(operation: Any, events: Any) -> None:
    for event in events:
        check(operation.stream.event, event)


message: dict[str, Any] = {"role": "assistant", "content": "Hi"}
completion: dict[str, Any] = {
    "id": "gen-1",
    "object": "chat.completion",
    "created": 1764420000,
    "model": "openai/gpt-5-mini",
    "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
}


def with_message(**fields: Any) -> dict[str, Any]:
    return {**completion, "choices": [{**completion["choices"][0], "message": {**message, **fields}}]}


irregular: list[Any] = [
    pytest.param({**completion, "x_new": {"deep": [1]}}, id="an unknown field"),
    pytest.param(with_message(x_new=None), id="an unknown field of a message"),
    pytest.param({**completion, "created": 1.5}, id="a fraction for an integer"),
    pytest.param({**completion, "created": "1764420000"}, id="a string for an integer"),
    pytest.param({**completion, "object": "completion"}, id="another constant"),
    pytest.param({**completion, "id": None}, id="null for a string"),
    pytest.param({"choices": []}, id="missing fields"),
    pytest.param({**completion, "choices": {"index": 0}}, id="an object for a list"),
    pytest.param({**completion, "choices": [None, 7, "text", [1]]}, id="other values in a list"),
    pytest.param({**completion, "usage": {"cost_details": {"new_cost": 1}}}, id="an object without its fields"),
    pytest.param({**completion, "usage": 5}, id="a number for an object"),
    pytest.param(with_message(content=[{"type": "text", "text": "Hi"}]), id="a list for a string"),
    pytest.param(with_message(reasoning_details=[{"type": "reasoning.new", "a": 1}]), id="an unknown member"),
    pytest.param(with_message(reasoning_details=[{"type": "reasoning.text", "text": 5}]), id="a wrong member"),
    pytest.param(with_message(reasoning_details=[{"text": "no tag"}, {"type": 1}, 7]), id="members without a tag"),
    pytest.param(with_message(content="\ud83d"), id="half of a surrogate pair"),
]


@pytest.mark.parametrize("value", irregular)
def test_a_response_that_does_not_match_the_contract_keeps_every_value(value: Any) -> None:
    result = load_decoder("chat_response.ChatCompletion").from_json(json.dumps(value))
    assert isinstance(result, ChatCompletion)
    assert result.model_dump(exclude_unset=True) == value
    if "\\ud83d" not in json.dumps(value):  # UTF-8 has no lone surrogates.
        assert json.loads(result.model_dump_json(exclude_unset=True)) == value


def test_the_parts_of_a_response_that_does_not_match_are_still_models() -> None:
    details = [{"type": "reasoning.text", "text": 5}, {"type": "reasoning.new"}]
    value = {**with_message(reasoning_details=details), "created": "now"}
    result: ChatCompletion = load_decoder("chat_response.ChatCompletion").from_json(json.dumps(value))
    reply = result.choices[0].message
    assert type(reply) is ChatCompletionMessage
    assert reply.reasoning_details is not None
    assert [type(detail) for detail in reply.reasoning_details] == [ReasoningText, Model]
    assert result.system_fingerprint is None
    assert result.model_fields_set == set(value)


def test_a_member_with_an_unknown_tag_is_a_model_with_all_fields() -> None:
    value = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "anthropic/claude-sonnet-4.5",
        "content": [{"type": "hologram", "depth": 3}, {"type": "text", "text": 7}],
    }
    result: MessagesResponse = load_decoder("messages_response.MessagesResponse").from_json(json.dumps(value))
    unknown, known = result.content
    assert isinstance(unknown, UnknownContentBlock)
    assert unknown.model_extra == {"depth": 3}
    assert type(known).__name__ == "TextBlock", "a mistake in a known member never makes it an unknown one"


@pytest.mark.parametrize("text", [b"", b"{", b'{"a": NaN}', b"<html>"])
def test_text_that_is_not_json_is_a_value_error(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (the client reports the text itself)
        load_decoder("chat_response.ChatCompletion").from_json(text)


def test_the_value_of_a_secret_appears_in_no_representation() -> None:
    created = load_decoder("keys.CreatedApiKey").from_value({"key": "sk-or-v1-secret", "data": {}})
    assert created.key == "sk-or-v1-secret"
    assert "secret" not in repr(created)


def test_every_public_type_can_be_imported() -> None:
    assert len(types.__all__) > 500
    assert all(getattr(types, name) is not None for name in types.__all__)


params = {
    "chat.completions.create": "ChatCompletionParams",
    "responses.create": "ResponsesParams",
    "messages.create": "MessagesParams",
    "embeddings.create": "EmbeddingParams",
    "rerank.create": "RerankParams",
}


@pytest.mark.parametrize(
    ("operation", "value"), [example for example in read_examples("request") if example.values[0].id in params]
)
def test_an_example_request_matches_its_params(operation: Any, value: Any) -> None:
    body = {key: item for key, item in value.items() if key not in operation.query}
    TypeAdapter(getattr(types, params[operation.id])).validate_python(body)
