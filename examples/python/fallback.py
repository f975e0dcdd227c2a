"""Fallback: on the server with `models`, and in the client with a report of every attempt."""

from patchbay_client import Patchbay
from patchbay_client.agent import fallback, with_fallback
from patchbay_client.types import ChatMessageParam

client = Patchbay()
messages: list[ChatMessageParam] = [{"role": "user", "content": "What is the capital of Norway?"}]

# The service tries the models in this order and reports the one that replied.
completion = client.chat.completions.create(
    models=["openai/gpt-5-mini", "anthropic/claude-haiku-4.5"],
    messages=messages,
)
print("The service used", completion.model)

# The client tries the models itself. It also switches when the service cannot be reached in time.
models = fallback(["mistralai/mistral-medium-3.1", "openai/gpt-5-mini"], first_token_timeout=8.0)
result = with_fallback(client, models, messages=messages)
for attempt in result.attempts:
    print(f"  {attempt.model}: {attempt.outcome} {attempt.failure_kind or ''}")
print("The client used", result.model)
assert result.model == "openai/gpt-5-mini"
