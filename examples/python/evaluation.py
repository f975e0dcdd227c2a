"""An evaluation loop: ask several models the same questions at once, and score the replies."""

import asyncio
from decimal import Decimal

from patchbay_client import AsyncPatchbay
from patchbay_client.money import get_cost

MODELS = ["openai/gpt-5-mini", "anthropic/claude-haiku-4.5"]
QUESTIONS = {
    "What is the capital of Norway?": "Oslo",
    "What is 6 times 7?": "42",
}


async def ask(client: AsyncPatchbay, model: str, question: str, expected: str) -> tuple[bool, Decimal]:
    completion = await client.chat.completions.create(
        model=model,
        messages=[{"role": "user", "content": question}],
        temperature=0,
        seed=1,
    )
    return expected in (completion.choices[0].message.content or ""), get_cost(completion) or Decimal(0)


async def main() -> None:
    async with AsyncPatchbay(max_retries=3) as client:
        for model in MODELS:
            tasks = [ask(client, model, question, expected) for question, expected in QUESTIONS.items()]
            results = await asyncio.gather(*tasks)
            correct = sum(passed for passed, _ in results)
            cost = sum((cost for _, cost in results), Decimal(0))
            print(f"{model:32} {correct}/{len(results)} correct, {cost:.9f} USD")
            assert correct == len(results)


asyncio.run(main())
