"""Runs the HTTP server of llama.cpp on loopback with the tiny model: `python serve.py [PORT]`. Without a port it takes a free one.

It writes one line with its address when it is ready, and runs until it is killed. `/slots` shows what it computes.
"""

import sys
import tempfile
import threading
from pathlib import Path

import xllamacpp
from tiny_model import write_tiny_model


def start(path: Path, port: int) -> xllamacpp.Server:
    """Loads a model and listens."""
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.model_alias = {"tiny"}
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_ctx = 32_768
    params.n_parallel = 2
    # The length of an answer to a request without `max_tokens`.
    params.n_predict = 64
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    params.warmup = False
    params.use_jinja = True
    # Embeddings next to answers: the mean of the hidden states.
    params.embedding = True
    params.pooling_type = xllamacpp.llama_pooling_type.LLAMA_POOLING_TYPE_MEAN
    params.endpoint_metrics = True
    params.endpoint_slots = True
    return xllamacpp.Server(params)


def main() -> None:
    """Writes the model, starts the server, and waits."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tiny.gguf"
        write_tiny_model(path)
        server = start(path, int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    sys.stdout.write(f"llama.cpp server listening on {server.listening_address}\n")
    sys.stdout.flush()
    threading.Event().wait()


main()
