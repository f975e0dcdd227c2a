"""The OpenAI Agents SDK over the OpenRouter API: a session, a handoff, a tool that needs approval, and an MCP server.

pip install openai-agents
"""

import asyncio
import os
import sys
from pathlib import Path

from agents import Agent, OpenAIChatCompletionsModel, Runner, SQLiteSession, function_tool, set_tracing_disabled
from agents.mcp import MCPServerStdio
from openai import AsyncOpenAI

set_tracing_disabled(True)  # Traces would be sent to OpenAI.
base_url = os.environ.get("OPENROUTER_BASE_URL", "https://openrouter.ai/api/v1")
service = AsyncOpenAI(base_url=base_url, api_key=os.environ["OPENROUTER_API_KEY"])
model = OpenAIChatCompletionsModel("openai/gpt-5-mini", service)


@function_tool(needs_approval=True)
def refund(order: str) -> str:
    """Refunds an order."""
    return f"Refunded order {order}."


async def main() -> None:
    command = {"command": sys.executable, "args": [str(Path(__file__).with_name("orders_server.py"))]}
    async with MCPServerStdio(command, client_session_timeout_seconds=60) as orders:
        billing = Agent("Billing", instructions="Refund orders.", model=model, tools=[refund])
        support = Agent("Support", instructions="Help.", model=model, handoffs=[billing], mcp_servers=[orders])
        session = SQLiteSession("customer-17")

        found = await Runner.run(support, "Where is my order?", session=session)
        print(found.final_output)
        assert found.final_output == "Order 17 is in Oslo."

        result = await Runner.run(support, "Refund it, please.", session=session)
        while result.interruptions:
            state = result.to_state()
            for call in result.interruptions:
                print("Approve", call.name, call.arguments, "(y)")
                state.approve(call)
            result = await Runner.run(support, state, session=session)
        print(result.last_agent.name, result.final_output)
        assert (result.last_agent.name, result.final_output) == ("Billing", "Your order is refunded.")


asyncio.run(main())
