"""The published `openai` for Python, with only a base URL and a key."""

import asyncio

import openai
from openai import AsyncOpenAI, OpenAI
from pydantic import BaseModel

from cases import answer, api_key, base_url, case, embedding_model, finish, model, question, raises, tools

client = OpenAI(base_url=base_url, api_key=api_key, max_retries=0)
response_tool = {"type": "function", "strict": True, **tools[0]["function"]}


class City(BaseModel):
    name: str
    population: int
    tags: list[str]


def chat(content="Hello", **more):
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": content}], **more)


@case
def _():
    """a chat has text, usage and cost"""
    reply = chat()
    assert reply.choices[0].message.content
    assert reply.usage.total_tokens == reply.usage.prompt_tokens + reply.usage.completion_tokens
    assert reply.usage.model_extra["cost"] > 0


@case
def _():
    """a stream puts together the text and ends with usage"""
    chunks = list(chat(stream=True, stream_options={"include_usage": True}))
    assert "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
    assert chunks[-1].usage.total_tokens > 0


@case
def _():
    """the documented tool loop runs with message.model_dump()"""
    messages = list(question)
    first = client.chat.completions.create(model=model, messages=messages, tools=tools, tool_choice="required")
    message = first.choices[0].message
    messages.append(message.model_dump())
    for call in message.tool_calls:
        messages.append({"role": "tool", "tool_call_id": call.id, "content": "sunny"})
    second = client.chat.completions.create(model=model, messages=messages, tools=tools)
    assert "sunny" in second.choices[0].message.content


@case
def _():
    """the tool loop runs with the message as an object"""
    messages = list(question)
    message = client.chat.completions.create(
        model=model, messages=messages, tools=tools, tool_choice="required", parallel_tool_calls=False
    ).choices[0].message
    messages += [message, {"role": "tool", "tool_call_id": message.tool_calls[0].id, "content": "sunny"}]
    assert client.chat.completions.create(model=model, messages=messages, tools=tools).choices[0].message.content


@case
def _():
    """an answer without tools is sent back with all its nulls"""
    message = client.chat.completions.create(model=model, messages=question).choices[0].message
    client.chat.completions.create(
        model=model, messages=[*question, message.model_dump(), {"role": "user", "content": "And tomorrow?"}]
    )


@case
def _():
    """None for every optional parameter is as if it were left out"""
    names = "temperature max_tokens max_completion_tokens stop seed logit_bias metadata n store stream_options"
    names += " presence_penalty frequency_penalty top_p logprobs top_logprobs service_tier reasoning_effort"
    names += " verbosity prediction audio modalities"
    assert chat(**dict.fromkeys(names.split())).choices[0].message.content


@case
def _():
    """parse gives an object of the class"""
    reply = client.chat.completions.parse(model=model, messages=question, response_format=City)
    assert isinstance(reply.choices[0].message.parsed, City)


@case
def _():
    """the stream helper reports tool calls and assembles the completion"""
    with client.chat.completions.stream(model=model, messages=question, tools=tools, tool_choice="required") as stream:
        events = {event.type for event in stream}
        final = stream.get_final_completion()
    assert "tool_calls.function.arguments.done" in events
    assert final.choices[0].message.tool_calls[0].function.name == "get_weather"


@case
def _():
    """embeddings come as numbers, with the dimensions that were asked for"""
    usual = client.embeddings.create(model=embedding_model, input=["a", "b"])
    small = client.embeddings.create(model=embedding_model, input=[[1, 2], [3]], dimensions=256)
    assert [len(one.embedding) for one in usual.data] == [1536, 1536]
    assert [len(one.embedding) for one in small.data] == [256, 256]


@case
def _():
    """models are listed"""
    assert any(one.id == model for one in client.models.list())


@case
def _():
    """developer messages, names, refusal parts and images are accepted"""
    image = {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo=", "detail": "auto"}}
    client.chat.completions.create(
        model="google/gemini-2.5-flash",
        messages=[
            {"role": "developer", "content": [{"type": "text", "text": "Be brief."}]},
            {"role": "user", "content": [{"type": "text", "text": "Look"}, image], "name": "ann"},
            {"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]},
            {"role": "user", "content": "And now?"},
        ],
    )


@case
def _():
    """raw responses have headers, and streamed ones their lines"""
    raw = client.chat.completions.with_raw_response.create(model=model, messages=question)
    assert raw.headers["x-generation-id"].startswith("gen-")
    with client.chat.completions.with_streaming_response.create(model=model, messages=question, stream=True) as stream:
        assert "data: [DONE]" in list(stream.iter_lines())


@case
def _():
    """errors have the class of their status and the message of the service"""
    bad = raises(openai.BadRequestError, lambda: client.chat.completions.create(model="acme/none", messages=question))
    assert "acme/none" in str(bad)
    stranger = OpenAI(base_url=base_url, api_key="undefined", max_retries=0)
    raises(openai.AuthenticationError, lambda: stranger.models.list() and stranger.chat.completions.create(model=model, messages=question))
    raises(openai.NotFoundError, lambda: client.get("/nothing", cast_to=object))
    answer("class 402", {"status": 402})
    assert raises(openai.APIStatusError, lambda: chat("class 402")).status_code == 402
    answer("class 403", {"status": 403})
    raises(openai.PermissionDeniedError, lambda: chat("class 403"))
    answer("class 429", {"status": 429})
    raises(openai.RateLimitError, lambda: chat("class 429"))
    answer("class 503", {"status": 503})
    raises(openai.InternalServerError, lambda: chat("class 503"))


@case
def _():
    """429, 503 and a broken connection are retried, as often as the client is configured to"""
    retrying = client.with_options(max_retries=3)
    answer(
        "retry all",
        {"status": 429, "headers": {"retry-after": "0"}},
        {"status": 503, "headers": {"retry-after": "0"}},
        {"content": "", "fault": {"kind": "connection_reset"}},
        "Recovered",
    )
    reply = retrying.chat.completions.create(model=model, messages=[{"role": "user", "content": "retry all"}])
    assert reply.choices[0].message.content == "Recovered"


@case
def _():
    """a stream that breaks off is an error, not an end"""
    answer("break off", {"content": "one two three four", "fault": {"kind": "connection_reset", "afterEvents": 2}})
    raises(Exception, lambda: list(chat("break off", stream=True)))


@case
async def _():
    """fifty chats at once have fifty generations"""
    many = AsyncOpenAI(base_url=base_url, api_key=api_key, max_retries=0)
    replies = await asyncio.gather(*[many.chat.completions.create(model=model, messages=question) for _ in range(50)])
    assert len({reply.id for reply in replies}) == 50


@case
def _():
    """a response has text, usage and cost"""
    answer("python response", "One two three.")
    reply = client.responses.create(model=model, input="python response", instructions="Be brief.")
    assert (reply.output_text, reply.status) == ("One two three.", "completed")
    assert reply.usage.output_tokens == 4 and reply.usage.model_extra["cost"] > 0


@case
def _():
    """the stream helper of responses accumulates reasoning, text and tool calls"""
    called = {"toolCalls": [{"name": "get_weather", "arguments": {"city": "Paris"}}]}
    answer("python stream", {"reasoning": "Let me look.", "content": "One moment.", **called})
    with client.responses.stream(model=model, input="python stream", tools=[response_tool]) as stream:
        events = list(stream)
        final = stream.get_final_response()
    assert [event.sequence_number for event in events] == list(range(len(events)))
    assert [item.type for item in final.output] == ["reasoning", "message", "function_call"]
    assert final.output_text == "One moment."


@case
def _():
    """a tool round of responses runs with the output items unchanged"""
    called = {"toolCalls": [{"name": "get_weather", "arguments": {"city": "Paris"}}]}
    answer("python round", {"reasoning": "Let me look.", **called}, "It is sunny.")
    items = [{"role": "user", "content": "python round"}]
    asked = {"model": model, "tools": [response_tool], "include": ["reasoning.encrypted_content"], "store": False}
    items += (first := client.responses.create(input=items, **asked)).output
    items.append({"type": "function_call_output", "call_id": first.output[-1].call_id, "output": "sunny"})
    assert client.responses.create(input=items, **asked).output_text == "It is sunny."


@case
def _():
    """parse of responses gives an object of the class"""
    assert isinstance(client.responses.parse(model=model, input="A city", text_format=City).output_parsed, City)


@case
def _():
    """errors of responses have the class of their status"""
    answer("python 429", {"status": 429, "message": "Not today"})
    error = raises(openai.RateLimitError, lambda: client.responses.create(model=model, input="python 429"))
    assert "Not today" in str(error)


@case
def _():
    """a failure in mid-stream is response.failed after the earlier text"""
    answer("python half", {"content": "Half of it", "error": {"status": 502, "message": "Provider disconnected"}})
    events = list(client.responses.create(model=model, input="python half", stream=True))
    assert "".join(event.delta for event in events if event.type == "response.output_text.delta") == "Half of it"
    assert events[-1].type == "response.failed"
    assert events[-1].response.error.message == "Provider disconnected"


finish()
