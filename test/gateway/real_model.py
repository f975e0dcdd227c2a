"""Calls a gateway in front of a real model with both Python clients: `python real_model.py BASE_URL KEY MANAGEMENT_KEY MODEL`.

It writes the texts of the answers as a JSON list.
"""

from __future__ import annotations

import asyncio
import json
import sys

from patchbay_client import AsyncPatchbay, Patchbay
from patchbay_client.types import ChatMessageParam, MessagesMessageParam, MessagesResponse, ResponseObject

BASE_URL, KEY, MANAGEMENT_KEY, MODEL = sys.argv[1:]
CHAT: list[ChatMessageParam] = [{"role": "user", "content": "Say a word."}]
MESSAGES: list[MessagesMessageParam] = [{"role": "user", "content": "Say a word."}]


def synchronous() -> list[str | None]:
    """Every kind of answer, and what it cost."""
    with Patchbay(api_key=KEY, management_key=MANAGEMENT_KEY, base_url=BASE_URL) as client:
        completion = client.chat.completions.create(model=MODEL, messages=CHAT, max_tokens=20)
        with client.chat.completions.stream(model=MODEL, messages=CHAT, max_tokens=20) as stream:
            streamed = "".join(stream.text_stream)
        response = client.responses.create(model=MODEL, input="Say a word.", max_output_tokens=20)
        message = client.messages.create(model=MODEL, messages=MESSAGES, max_tokens=20)
        cost = completion.usage.cost if completion.usage else None
        assert cost
        assert client.generations.get(id=completion.id, poll=True).data.total_cost == cost
        assert MODEL in {model.id for model in client.models.list().data}
        assert client.keys.get_current().data.usage > 0
        assert client.credits.get().data.total_usage > 0
        assert client.messages.count_tokens(model=MODEL, messages=MESSAGES).input_tokens > 0
        return [completion.choices[0].message.content, streamed, text_of_response(response), text_of(message)]


def text_of(message: MessagesResponse) -> str:
    """The text of the blocks of a message."""
    return "".join(block.text for block in message.content if block.type == "text")


def text_of_response(response: ResponseObject) -> str:
    """The text of the messages of a response of the Responses API."""
    parts = [part for item in response.output if item.type == "message" for part in item.content]
    return "".join(part.text for part in parts if part.type == "output_text")


async def asynchronous() -> list[str | None]:
    """Several answers at the same time."""
    async with AsyncPatchbay(api_key=KEY, base_url=BASE_URL) as client:

        async def stream() -> str:
            async with client.chat.completions.stream(model=MODEL, messages=CHAT, max_tokens=20) as stream:
                return "".join([text async for text in stream.text_stream])

        completion, message, *streamed = await asyncio.gather(
            client.chat.completions.create(model=MODEL, messages=CHAT, max_tokens=20),
            client.messages.create(model=MODEL, messages=MESSAGES, max_tokens=20),
            stream(),
            stream(),
        )
        return [completion.choices[0].message.content, text_of(message), *streamed]


sys.stdout.write(json.dumps([*synchronous(), *asyncio.run(asynchronous())]))
