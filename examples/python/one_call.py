"""One call: a chat completion, what it cost, and which provider served it."""

from patchbay_client import Patchbay, get_response_info

client = Patchbay()
completion = client.chat.completions.create(
    model="openai/gpt-5-mini",
    messages=[{"role": "user", "content": "What is the capital of Norway?"}],
)
print(completion.choices[0].message.content)

usage = completion.usage
assert usage is not None
print(f"{completion.provider}, {usage.prompt_tokens} + {usage.completion_tokens} tokens, {usage.cost} USD")

info = get_response_info(completion)
assert info is not None
print(f"generation {info.generation_id}, {info.attempts} attempt")
assert completion.choices[0].message.content == "Oslo."
