"""A program that a type checker must accept in strict mode. It is not run."""

from dataclasses import dataclass
from typing import Any, assert_type

from pydantic import BaseModel, TypeAdapter
from typing_extensions import TypedDict

from patchbay_client import (
    AsyncChatStream,
    AsyncPatchbay,
    ChatStream,
    MessageStream,
    OnRetry,
    Overrides,
    ParsedChatCompletion,
    Patchbay,
    RawResponse,
    ResponseStream,
    Seconds,
    StreamManager,
)
from patchbay_client.types import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatMessageParam,
    MessagesMessageParam,
    ModelCount,
    ModelList,
    ResponseInputItemParam,
)


@dataclass
class Answer:
    text: str


class AnswerModel(BaseModel):
    text: str


class AnswerDict(TypedDict):
    text: str


def chat(client: Patchbay) -> None:
    messages: list[ChatMessageParam] = [{"role": "user", "content": "Hi"}]
    reply = client.chat.completions.create(model="openai/gpt-5-mini", messages=messages)
    assert_type(reply, ChatCompletion)
    messages.append(reply.choices[0].message)
    calls = reply.choices[0].message.tool_calls or []
    client.chat.completions.create(messages=[{"role": "assistant", "content": None, "tool_calls": calls}])
    for chunk in client.chat.completions.create(messages=messages, stream=True):
        assert_type(chunk, ChatCompletionChunk)
    names: list[str] = ["text"]
    client.chat.completions.create(messages=messages, modalities=names, models=names, stop=names)
    with client.chat.completions.stream(messages=messages) as stream:
        for text in stream.text_stream:
            assert_type(text, str)
    # A value that is known only at run time.
    streams: bool = len(messages) > 1
    assert_type(client.chat.completions.create(messages=messages, stream=streams), ChatCompletion | ChatStream)


def streams_of_create(client: Patchbay) -> None:
    chat = client.chat.completions.create(messages=[{"role": "user", "content": "Hi"}], stream=True)
    assert_type(chat, ChatStream)
    for text in chat.text_stream:
        assert_type(text, str)
    assert_type(chat.final(), ChatCompletion)
    assert_type(chat.partial, ChatCompletion | None)
    for event in client.chat.completions.create(messages=[], stream=True).events():
        if event.type == "text-delta":
            assert_type(event.text, str)
    assert_type(client.responses.create(input="Hi", stream=True), ResponseStream)
    message = client.messages.create(model="m", max_tokens=5, messages=[], stream=True)
    assert_type(message, MessageStream)


def outputs(client: Patchbay) -> None:
    messages: list[ChatMessageParam] = [{"role": "user", "content": "Hi"}]
    assert_type(client.chat.completions.parse(messages=messages, response_format=Answer).parsed, Answer)
    assert_type(client.chat.completions.parse(messages=messages, response_format=AnswerModel).parsed, AnswerModel)
    assert_type(client.chat.completions.parse(messages=messages, response_format=AnswerDict).parsed, AnswerDict)
    assert_type(client.chat.completions.parse(messages=messages, response_format=list[Answer]).parsed, list[Answer])
    adapter: TypeAdapter[int | str] = TypeAdapter(int | str)
    assert_type(client.chat.completions.parse(messages=messages, response_format=adapter).parsed, int | str)
    schema = {"type": "object", "properties": {"text": {"type": "string"}}}
    plain = client.chat.completions.parse(messages=messages, response_format=schema)
    assert_type(plain, ParsedChatCompletion[Any])
    assert_type(client.responses.parse(input="Hi", text_format=adapter).parsed, int | str)
    assert_type(client.responses.parse(input="Hi", text_format={"type": "object"}).parsed, Any)


def other_apis(client: Patchbay) -> None:
    message = client.messages.create(model="m", max_tokens=5, messages=[{"role": "user", "content": "Hi"}])
    history: list[MessagesMessageParam] = [{"role": "assistant", "content": message.content}]
    client.messages.count_tokens(model="m", messages=history)
    for block in message.content:
        if block.type == "text":
            assert_type(block.text, str)
    items: list[ResponseInputItemParam] = [*client.responses.create(input="Hi").output]
    assert_type(client.responses.parse(input=items, text_format=Answer).parsed, Answer)
    for model in client.models.list(limit=5, supported_parameters=["tools"]):
        assert_type(model.id, str)
    client.generations.get(id="gen-1", poll=True)


async def asynchronous(client: AsyncPatchbay) -> None:
    messages: list[ChatMessageParam] = [{"role": "user", "content": "Hi"}]
    assert_type(await client.chat.completions.create(messages=messages), ChatCompletion)
    stream_of_create = await client.chat.completions.create(messages=messages, stream=True)
    assert_type(stream_of_create, AsyncChatStream)
    assert_type(await stream_of_create.final(), ChatCompletion)
    async for chunk in stream_of_create:
        assert_type(chunk, ChatCompletionChunk)
    assert_type((await client.chat.completions.parse(messages=messages, response_format=Answer)).parsed, Answer)
    async with client.chat.completions.stream(messages=messages) as stream:
        async for text in stream.text_stream:
            assert_type(text, str)
    async for model in client.models.list():
        assert_type(model.id, str)
    page = await client.keys.list()
    assert_type(page.data[0].hash, str)
    assert_type((await page.get_next_page()).data[0].hash, str)


def raw_responses(client: Patchbay) -> None:
    completions = client.chat.completions.with_raw_response
    messages: list[ChatMessageParam] = [{"role": "user", "content": "Hi"}]
    assert_type(completions.create(messages=messages), RawResponse[ChatCompletion])
    assert_type(completions.create(messages=messages, stream=True).parse(), ChatStream)
    assert_type(client.with_raw_response.chat.completions.create(messages=messages).parse(), ChatCompletion)
    assert_type(client.with_raw_response.models.list(limit=3).parse(), ModelList)


async def asynchronous_raw_responses(client: AsyncPatchbay) -> None:
    assert_type((await client.models.with_raw_response.count()).parse(), ModelCount)
    raw = await client.with_raw_response.chat.completions.create(messages=[], stream=True)
    assert_type(raw.parse(), AsyncChatStream)
    assert_type((await client.with_raw_response.models.list()).parse(), ModelList)


def configure(client: Patchbay, limit: Seconds, on_retry: OnRetry) -> Patchbay:
    """Annotates a function with the types of the options."""
    options: Overrides = {"timeout": limit, "on_retry": on_retry}
    return client.with_options(**options)


def open_stream(client: Patchbay, text: str) -> StreamManager[ChatStream]:
    return client.chat.completions.stream(messages=[{"role": "user", "content": text}])
