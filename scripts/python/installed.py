"""Runs in an environment that has patchbay-client from its wheel and nothing of this repository.

Its argument is the base URL of a mock server.
"""

import asyncio
import importlib.metadata
import sys
from importlib.resources import files


def check(condition: bool, problem: str) -> None:
    if not condition:
        sys.exit(f"Python {sys.version.split()[0]}: {problem}")


import patchbay_client  # noqa: E402

heavy = sorted({"httpx2", "pydantic", "pytest"} & set(sys.modules))
check(not heavy, f"`import patchbay_client` loads {', '.join(heavy)}.")
check("site-packages" in str(patchbay_client.__file__), f"the package comes from {patchbay_client.__file__}.")
check(files("patchbay_client").joinpath("py.typed").is_file(), "py.typed is missing.")
version = importlib.metadata.version("patchbay-client")
check(patchbay_client.__version__ == version, f"__version__ is {patchbay_client.__version__}, the metadata {version}.")
for name in patchbay_client.__all__:
    check(hasattr(patchbay_client, name), f"__all__ names {name}, which is missing.")

options = {"api_key": "sk-or-v1-test", "base_url": sys.argv[1]}
question = {"model": "openai/gpt-5-mini", "messages": [{"role": "user", "content": "Hello"}]}


def run_sync() -> None:
    with patchbay_client.Patchbay(**options) as client:
        reply = client.chat.completions.create(**question)
        check(bool(reply.choices[0].message.content), f"the reply has no text: {reply!r}")
        with client.chat.completions.stream(**question) as stream:
            check("".join(stream.text_stream) != "", "the stream has no text.")


async def run_async() -> None:
    async with patchbay_client.AsyncPatchbay(**options) as client:
        reply = await client.chat.completions.create(**question)
        check(bool(reply.choices[0].message.content), f"the reply has no text: {reply!r}")


run_sync()
asyncio.run(run_async())
check("pytest" not in sys.modules, "a call loads pytest.")
print(f"Python {sys.version.split()[0]}: patchbay-client {version} is imported and called")
