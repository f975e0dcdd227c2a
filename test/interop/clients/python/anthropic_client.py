"""The published `anthropic` for Python, with only a base URL and a key."""

import anthropic
from anthropic import Anthropic, AsyncAnthropic, beta_tool
from pydantic import BaseModel

from cases import answer, api_key, base_url, case, finish, raises

# The SDK appends /v1.
client = Anthropic(base_url=base_url.removesuffix("/v1"), api_key=api_key, max_retries=0)
model = "anthropic/claude-sonnet-4.5"
tool = {
    "name": "get_weather",
    "description": "The weather of a city",
    "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
}
call = {"toolCalls": [{"name": "get_weather", "arguments": {"city": "Paris"}}]}


class City(BaseModel):
    name: str
    population: int


def asks(content="Hello", **more):
    return {"model": model, "max_tokens": 2000, "messages": [{"role": "user", "content": content}], **more}


def text_of(message):
    return "".join(block.text for block in message.content if block.type == "text")


@case
def _():
    """a message has text, a stop reason and usage"""
    answer("anthropic text", "One two three.")
    message = client.messages.create(**asks("anthropic text", system="Be brief."))
    assert (text_of(message), message.stop_reason) == ("One two three.", "end_turn")
    assert message.usage.input_tokens > 0 and message.usage.output_tokens == 5


@case
def _():
    """version 2023-06-01 of the API is served, too"""
    old = client.with_options(default_headers={"anthropic-version": "2023-06-01"})
    assert text_of(old.messages.create(**asks(extra_body={"temperature": 0.5})))
    bad = raises(anthropic.BadRequestError, lambda: client.messages.create(**asks(extra_body={"temperature": 0.5})))
    assert "/temperature" in str(bad)


@case
def _():
    """a raw stream begins with message_start and ends with message_stop"""
    events = list(client.messages.create(**asks(stream=True)))
    assert (events[0].type, events[-1].type) == ("message_start", "message_stop")


@case
def _():
    """the stream helper accumulates thinking, text and tool calls"""
    answer("anthropic stream", {"reasoning": "Let me look.", "content": "One moment.", **call})
    with client.messages.stream(**asks("anthropic stream", tools=[tool], thinking={"type": "adaptive"})) as stream:
        assert "".join(stream.text_stream) == "One moment."
        message = stream.get_final_message()
    assert [block.type for block in message.content] == ["thinking", "text", "tool_use"]
    assert message.content[0].signature and message.content[2].input == {"city": "Paris"}


@case
def _():
    """thinking goes back with its signature and the result of the tool"""
    answer("anthropic round", {"reasoning": "Let me look.", **call}, "It is sunny.")
    asked = asks("anthropic round", tools=[tool], thinking={"type": "adaptive"})
    first = client.messages.create(**asked)
    result = {"type": "tool_result", "tool_use_id": first.content[-1].id, "content": "sunny"}
    asked["messages"] += [{"role": "assistant", "content": first.content}, {"role": "user", "content": [result]}]
    assert text_of(client.messages.create(**asked)) == "It is sunny."


@case
def _():
    """the tool runner completes a tool round, although the server keeps no threads"""
    seen = []

    @beta_tool
    def get_weather(city: str) -> str:
        """The weather of a city."""
        seen.append(city)
        return "sunny"

    answer("anthropic runner", call, "It is sunny.")
    message = client.beta.messages.tool_runner(**asks("anthropic runner", tools=[get_weather])).until_done()
    assert (text_of(message), seen) == ("It is sunny.", ["Paris"])


@case
def _():
    """parse gives an object of the class"""
    assert isinstance(client.messages.parse(**asks(output_format=City)).parsed_output, City)


@case
def _():
    """tokens are counted and models listed"""
    asked = asks()
    del asked["max_tokens"]
    assert client.messages.count_tokens(**asked).input_tokens == client.messages.create(**asks()).usage.input_tokens
    assert any(one.id == model for one in client.models.list())


@case
def _():
    """errors have the class of their status, and the type and message of the body"""
    for status, kind, name in [
        (400, anthropic.BadRequestError, "invalid_request_error"),
        (401, anthropic.AuthenticationError, "authentication_error"),
        (402, anthropic.APIStatusError, "billing_error"),
        (403, anthropic.PermissionDeniedError, "permission_error"),
        (404, anthropic.NotFoundError, "not_found_error"),
        (429, anthropic.RateLimitError, "rate_limit_error"),
        (529, anthropic.InternalServerError, "overloaded_error"),
    ]:
        answer(f"anthropic {status}", {"status": status, "message": "Not today"})
        error = raises(kind, lambda: client.messages.create(**asks(f"anthropic {status}")))
        assert (error.status_code, error.body["error"]["type"]) == (status, name), (error.status_code, error.body)
        assert "Not today" in str(error)


@case
def _():
    """a failure in mid-stream is an error after the earlier text"""
    answer("anthropic half", {"content": "Half of it", "error": {"status": 529, "message": "Overloaded right now"}})
    seen = []

    def read():
        with client.messages.stream(**asks("anthropic half")) as stream:
            for text in stream.text_stream:
                seen.append(text)

    assert "Overloaded right now" in str(raises(anthropic.APIStatusError, read))
    assert "".join(seen) == "Half of it"


@case
async def _():
    """the asynchronous client streams"""
    many = AsyncAnthropic(base_url=base_url.removesuffix("/v1"), api_key=api_key, max_retries=0)
    async with many.messages.stream(**asks()) as stream:
        assert "".join([text async for text in stream.text_stream])


finish()
