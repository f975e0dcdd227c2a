"""The published `litellm`, with its provider `openrouter`."""

import asyncio
import os

from cases import answer, api_key, base_url, case, finish, question, raises, tools

os.environ.update(OPENROUTER_API_KEY=api_key, OPENROUTER_API_BASE=base_url, LITELLM_LOCAL_MODEL_COST_MAP="True")

import litellm  # noqa: E402 (it reads the environment when it is imported)
from pydantic import BaseModel  # noqa: E402

litellm.suppress_debug_info = True
model = "openrouter/openai/gpt-5-mini"


class City(BaseModel):
    name: str
    population: int


def chat(content="Hello", **more):
    return litellm.completion(model=model, messages=[{"role": "user", "content": content}], **more)


@case
def _():
    """a chat has text, usage, and the cost of the service"""
    reply = chat()
    assert reply.choices[0].message.content
    assert reply.usage.cost > 0
    assert abs(reply._hidden_params["response_cost"] - reply.usage.cost) < 1e-12


@case
def _():
    """a stream ends with usage"""
    chunks = list(chat(stream=True, stream_options={"include_usage": True}))
    assert [chunk.usage for chunk in chunks if getattr(chunk, "usage", None)][-1].total_tokens > 0


@case
def _():
    """the tool loop runs with message.model_dump()"""
    messages = list(question)
    message = litellm.completion(model=model, messages=messages, tools=tools, tool_choice="required").choices[0].message
    messages.append(message.model_dump())
    for call in message.tool_calls:
        messages.append({"role": "tool", "tool_call_id": call.id, "name": "get_weather", "content": "sunny"})
    reply = litellm.completion(model=model, messages=messages, tools=tools)
    assert "sunny" in reply.choices[0].message.content


@case
def _():
    """an answer is sent back as an object and as a dump, nulls included"""
    message = litellm.completion(model=model, messages=question).choices[0].message
    for sent in (message, message.model_dump()):
        litellm.completion(model=model, messages=[*question, sent, {"role": "user", "content": "And tomorrow?"}])


@case
def _():
    """a response format of pydantic is answered with its JSON"""
    reply = litellm.completion(model=model, messages=question, response_format=City)
    City.model_validate_json(reply.choices[0].message.content)


@case
def _():
    """streamed tool calls are put together"""
    chunks = list(litellm.completion(model=model, messages=question, tools=tools, tool_choice="required", stream=True))
    reply = litellm.stream_chunk_builder(chunks, messages=question)
    assert reply.choices[0].message.tool_calls[0].function.name == "get_weather"


@case
def _():
    """reasoning is read"""
    assert chat(reasoning_effort="low").choices[0].message.reasoning_content


@case
def _():
    """embeddings come as numbers"""
    reply = litellm.embedding(model="openrouter/openai/text-embedding-3-small", input=["a", "b"])
    assert [len(one["embedding"]) for one in reply.data] == [1536, 1536]


@case
def _():
    """errors have litellm's classes"""
    raises(litellm.BadRequestError, lambda: litellm.completion(model="openrouter/acme/none", messages=question))
    raises(litellm.AuthenticationError, lambda: chat(api_key="undefined"))
    answer("litellm 429", {"status": 429})
    raises(litellm.RateLimitError, lambda: chat("litellm 429", num_retries=0))
    answer("litellm 503", {"status": 503})
    raises(litellm.ServiceUnavailableError, lambda: chat("litellm 503", num_retries=0))


@case
def _():
    """429 and 503 are retried"""
    zero = {"retry-after": "0"}
    answer("litellm retry", {"status": 429, "headers": zero}, {"status": 503, "headers": zero}, "Recovered")
    assert chat("litellm retry", num_retries=3).choices[0].message.content == "Recovered"


@case
def _():
    """a base URL with a slash at its end works"""
    assert chat(api_base=base_url + "/").choices[0].message.content


@case
async def _():
    """twenty streams at once come whole"""

    async def one():
        return [chunk async for chunk in await litellm.acompletion(model=model, messages=question, stream=True)]

    assert all(len(chunks) > 3 for chunks in await asyncio.gather(*[one() for _ in range(20)]))


finish()
