"""Switching models: the same request to several models, with the exact cost of each reply."""

from decimal import Decimal

from patchbay_client import Patchbay
from patchbay_client.money import get_cost

MODELS = ["openai/gpt-5-mini", "anthropic/claude-haiku-4.5", "google/gemini-2.5-flash"]

with Patchbay() as client:
    total = Decimal(0)
    for model in MODELS:
        completion = client.chat.completions.create(
            model=model,
            messages=[{"role": "user", "content": "What is the capital of Norway?"}],
        )
        cost = get_cost(completion)
        assert cost is not None
        total += cost
        print(f"{model:32} {cost:.9f} USD  {completion.choices[0].message.content}")

print(f"{'total':32} {total:.9f} USD")
assert total > 0
