"""LangChain over the OpenRouter API: a stream, typed output, and an agent whose tool waits for approval.

pip install langchain langchain-openai
"""

import os

from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command
from pydantic import BaseModel

model = ChatOpenAI(
    model="openai/gpt-5-mini",
    base_url=os.environ.get("OPENROUTER_BASE_URL", "https://openrouter.ai/api/v1"),
    api_key=os.environ["OPENROUTER_API_KEY"],
    use_responses_api=False,
)


class Order(BaseModel):
    """An order that a customer mentions."""

    number: str


for chunk in model.stream("Describe a fjord."):
    print(chunk.text, end="", flush=True)
print()

order = model.with_structured_output(Order).invoke("I am waiting for order 17.")
print(order)
assert order == Order(number="17")


@tool
def refund(order: str) -> str:
    """Refunds an order."""
    return f"Refunded order {order}."


# The thread of the checkpointer keeps the conversation, also while it waits for approval.
approval = HumanInTheLoopMiddleware({"refund": True})
agent = create_agent(model, [refund], middleware=[approval], checkpointer=InMemorySaver())
thread = {"configurable": {"thread_id": "customer-17"}}
state = agent.invoke({"messages": [{"role": "user", "content": "Refund order 17, please."}]}, thread)
while "__interrupt__" in state:
    [interrupt] = state["__interrupt__"]
    requests = interrupt.value["action_requests"]
    print("Approve", requests, "(y)")
    state = agent.invoke(Command(resume={"decisions": [{"type": "approve"} for _ in requests]}), thread)
print(state["messages"][-1].text)
assert state["messages"][-1].text == "Your order is refunded."
