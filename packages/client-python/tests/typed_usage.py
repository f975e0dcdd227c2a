"""A program that a type checker must accept in strict mode. It is not run."""

from dataclasses import dataclass
from typing import assert_type

from patchbay_client import AsyncPatchbay, Patchbay
from patchbay_client.types import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatMessageParam,
    MessagesMessageParam,
    ResponseInputItemParam,
)


@dataclass
class Answer:
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
    assert_type(client.chat.completions.parse(messages=messages, response_format=Answer).parsed, Answer)


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
    async for chunk in await client.chat.completions.create(messages=messages, stream=True):
        assert_type(chunk, ChatCompletionChunk)
    async with client.chat.completions.stream(messages=messages) as stream:
        async for text in stream.text_stream:
            assert_type(text, str)
    async for model in client.models.list():
        assert_type(model.id, str)
    page = await client.keys.list()
    assert_type(page.data[0].hash, str)
    assert_type((await page.get_next_page()).data[0].hash, str)
