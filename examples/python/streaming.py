"""Streaming: print the text as it arrives, then read the complete response and its cost."""

import asyncio

from patchbay_client import AsyncPatchbay, Patchbay
from patchbay_client.types import ChatMessageParam

messages: list[ChatMessageParam] = [{"role": "user", "content": "Describe a fjord."}]

with Patchbay() as client, client.chat.completions.stream(model="openai/gpt-5-mini", messages=messages) as stream:
    for text in stream.text_stream:
        print(text, end="", flush=True)
    completion = stream.final()
assert completion.usage is not None
print(f"\n{completion.usage.completion_tokens} tokens, {completion.usage.cost} USD")


async def main() -> None:
    """The same with asyncio."""
    async with AsyncPatchbay() as client:
        async with client.chat.completions.stream(model="openai/gpt-5-mini", messages=messages) as stream:
            async for text in stream.text_stream:
                print(text, end="", flush=True)
            final = await stream.final()
        print(f"\n{final.choices[0].finish_reason}")
        assert final.choices[0].message.content == completion.choices[0].message.content


asyncio.run(main())
