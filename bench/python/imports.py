"""Measures an import in a new process: CPU in milliseconds, resident memory in MB. `imports.py NAME URL`.

"floor" imports what the clients need, and makes an HTTP client. Beyond the import, "client" makes a client and touches its chat completions, and "call" sends the first request.
"""

# ruff: noqa: T201
import resource
import sys
import time

before = time.process_time()
name, url = sys.argv[1:]
options = {"api_key": "k"}
question = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
library, _, step = name.partition(" ")

if library == "floor":
    import httpx2
    from pydantic import BaseModel  # noqa: F401

    httpx2.Client()
elif library == "openai":
    import openai

    if step:
        client = openai.OpenAI(base_url=url, **options)
        create = client.chat.completions.create
elif library == "openrouter":
    import openrouter

    if step:
        client = openrouter.OpenRouter(server_url=url, **options)
        create = client.chat.send
elif library == "ours":
    import patchbay_client

    if step:
        client = patchbay_client.Patchbay(base_url=url, **options)
        create = client.chat.completions.create
if step == "call":
    assert create(**question).choices[0].message.content

spent = (time.process_time() - before) * 1e3
try:
    with open("/proc/self/statm") as file:
        memory = int(file.read().split()[1]) * 4096 / 1e6
except OSError:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
print(spent, memory)
