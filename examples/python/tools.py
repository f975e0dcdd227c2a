"""Tools: typed functions that the model calls, with a limit on the cost."""

from decimal import Decimal

from patchbay_client import Patchbay
from patchbay_client.agent import Limits, run_tools


def get_weather(city: str) -> dict[str, object]:
    """The current weather of a city.

    Args:
        city: The name of the city, such as Oslo.
    """
    return {"city": city, "celsius": 7}


result = run_tools(
    Patchbay(),
    model="openai/gpt-5-mini",
    messages=[{"role": "user", "content": "How is the weather in Oslo?"}],
    tools=[get_weather],
    limits=Limits(max_cost=Decimal("0.05"), max_steps=8, timeout=60.0),
)
for step in result.steps:
    for call in step.tool_calls:
        print(f"{call.name}({call.arguments}) → {call.result}")
print(result.text, result.cost, result.stop_reason)
assert result.stop_reason == "completed"
assert result.text == "It is 7 °C in Oslo."
