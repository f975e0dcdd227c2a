"""Pydantic AI over the OpenRouter API: a tool that needs approval, typed output, and the exact cost of the run.

pip install "pydantic-ai-slim[openai]" patchbay-client
"""

import os
from decimal import Decimal

from patchbay_client import Patchbay
from patchbay_client.money import format_usd, parse_usd
from pydantic import BaseModel
from pydantic_ai import Agent, DeferredToolRequests, DeferredToolResults, ModelResponse
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

base_url = os.environ.get("OPENROUTER_BASE_URL", "https://openrouter.ai/api/v1")
provider = OpenAIProvider(base_url=base_url, api_key=os.environ["OPENROUTER_API_KEY"])


class Refund(BaseModel):
    """The result for the customer."""

    order: str
    message: str


agent = Agent(OpenAIChatModel("openai/gpt-5-mini", provider=provider), output_type=[Refund, DeferredToolRequests])


@agent.tool_plain(requires_approval=True)
def refund(order: str, usd: float) -> str:
    """Refunds an order."""
    return f"Refunded {usd} USD of order {order}."


run = agent.run_sync("Refund order 17, please.")
approvals = DeferredToolResults()
while isinstance(run.output, DeferredToolRequests):
    for call in run.output.approvals:
        print("Approve", call.tool_name, call.args, "(y)")
        approvals.approvals[call.tool_call_id] = True
    run = agent.run_sync(message_history=run.all_messages(), deferred_tool_results=approvals)
print(run.output)
assert run.output.order == "17"

# The service reports the cost of each response shortly after it.
ids = [message.provider_response_id for message in run.all_messages() if isinstance(message, ModelResponse)]
patchbay = Patchbay()
costs = [parse_usd(patchbay.generations.get(id=id, poll=True).data.total_cost) for id in ids if id]
print(f"{len(costs)} requests, {format_usd(sum(costs, Decimal(0)))} USD")
assert len(costs) == 2
