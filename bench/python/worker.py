"""Measures one client in a process of its own. Reads commands from stdin, and writes one line of JSON for each.

`ask COUNT WIDTH` gives the CPU in microseconds per request, `read CHUNKS` per chunk, `rss` the resident memory in MB. `flat CHUNKS`
reads one stream, and gives the resident memory that was sampled four times a second. `long BYTES` gives the CPU in microseconds of a stream
with one text of this size.
"""

# ruff: noqa: T201
import asyncio
import gc
import json
import sys
import time

from clients import ASYNC, SYNC


def rss() -> float:
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * 4096 / 1e6
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def sample(chunks: int, take: list[float]) -> None:
    """Takes the resident memory in another thread while a stream is read."""
    import threading

    def run() -> None:
        while not stop.wait(0.25):
            take.append(rss())

    stop = threading.Event()
    thread = threading.Thread(target=run)
    thread.start()
    try:
        read("x-chunks", chunks)
    finally:
        stop.set()
        thread.join()


def run(command: str, *numbers: int) -> object:
    if command == "rss":
        gc.collect()
        return rss()
    if command == "flat":
        taken: list[float] = []
        sample(numbers[0], taken)
        return taken
    started = time.process_time()
    units = 1 if command == "long" else numbers[0]
    if command == "ask":
        ask(*numbers)
    else:
        seen = read("x-text" if command == "long" else "x-chunks", numbers[0])
        assert seen == units, f"{name} read {seen} of {units} chunks"
    return (time.process_time() - started) / units * 1e6


name, url = sys.argv[1:]
if name in SYNC:
    client = SYNC[name](url)

    def ask(count: int, width: int) -> None:
        for _ in range(count):
            client.ask()

    def read(header: str, value: int) -> int:
        return client.read({header: str(value)})

else:
    loop = asyncio.new_event_loop()

    async def make():
        return ASYNC[name](url)

    async_client = loop.run_until_complete(make())

    async def ask_some(count: int) -> None:
        for _ in range(count):
            await async_client.ask()

    async def ask_all(count: int, width: int) -> None:
        await asyncio.gather(*(ask_some(count // width) for _ in range(width)))

    def ask(count: int, width: int) -> None:
        loop.run_until_complete(ask_all(count, width))

    def read(header: str, value: int) -> int:
        return loop.run_until_complete(async_client.read({header: str(value)}))


for line in sys.stdin:
    command, *numbers = line.split()
    print(json.dumps(run(command, *map(int, numbers))), flush=True)
