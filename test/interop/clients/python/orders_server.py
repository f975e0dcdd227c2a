"""An MCP server with one tool, which openai_agents_recipe.py starts."""

from mcp.server import MCPServer

server = MCPServer("orders")


@server.tool()
def find_order(customer: str) -> str:
    """Finds the order of a customer."""
    return f"Order 17 of {customer}, in Oslo"


server.run("stdio")
