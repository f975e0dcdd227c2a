"""Writes a language model of the llama architecture that is small enough for a test: `python tiny_model.py FILE`.

Its weights are random, from a fixed seed, so every run writes the same file of about 0.7 MB. It answers with English words in no
order. It never ends an answer by itself: `max_tokens`, a stop sequence or a grammar does. If it has tools, it calls one, with
arguments that follow the schema; once it has the result of a call, it answers with words.
"""

from __future__ import annotations

import random
import sys
from array import array
from pathlib import Path

from gguf import Tensor, Value, write_gguf

CONTEXT, WIDTH, LAYERS, HEADS, FEED_FORWARD = 16384, 64, 2, 4, 128
NORMAL, UNKNOWN, CONTROL, USER_DEFINED, BYTE = 1, 2, 3, 4, 6
SPACE = "\u2581"

WORDS = (Path(__file__).parent / "words.txt").read_text().split()

# Punctuation is likely, words less, and a quote less still, so that strings in JSON end. The others need a grammar.
STOP_BIAS, WORD_BIAS, QUOTE_BIAS, NEVER_BIAS = 9.0, 4.0, 3.0, -32.0

# The prompt ends with the cue if a tool should be called.
CUE, CALL = b":>", b"<tool_call>"
# Which token follows which, unless a grammar forbids it: a call begins with `<tool_call>` and a new line, `</tool_call>` comes after
# the last `}`, and the answer ends with it. Each pair has a column of the hidden state.
FOLLOWING = ((CUE, CALL), (CALL, b"<0x0A>"), (b"<0x7D>", b"<0x3C>"), (b"<0x3E>", b"</s>"))
FOLLOWING_WEIGHT = 512.0
RESERVED = 1 + len(FOLLOWING)


def vocabulary() -> tuple[list[bytes], list[int], list[float], list[float]]:
    """Tokens, their types, their scores (which pairs a tokenizer merges first), and the bias of each in answers."""
    tokens: list[bytes] = [b"<unk>", b"<s>", b"</s>"]
    types = [UNKNOWN, CONTROL, CONTROL]
    scores = [0.0, 0.0, 0.0]
    biases = [NEVER_BIAS, NEVER_BIAS, NEVER_BIAS]
    for byte in range(256):
        tokens.append(b"<0x%02X>" % byte)
        types.append(BYTE)
        scores.append(0.0)
        biases.append(QUOTE_BIAS if chr(byte) == '"' else NEVER_BIAS)
    ending = {".": STOP_BIAS, ",": STOP_BIAS}
    spelled = {SPACE + word for word in WORDS} | ending.keys()
    # A word is merged from left to right, so each beginning of a word is a token.
    pieces = spelled | {word[:end] for word in spelled for end in range(1, len(word))}
    for piece in sorted(pieces):
        tokens.append(piece.encode())
        types.append(NORMAL)
        scores.append(float(len(piece)))
        biases.append(ending.get(piece, WORD_BIAS if piece in spelled else NEVER_BIAS))
    for token, kind in ((CUE, NORMAL), (CALL, USER_DEFINED)):
        tokens.append(token)
        types.append(kind)
        scores.append(float(len(token)))
        biases.append(NEVER_BIAS)
    return tokens, types, scores, biases


class Weights:
    """Random weights, apart from the reserved columns of the hidden state.

    Column 0 is the same for all tokens, and carries the bias of the answers. The others mark the tokens that determine the next one.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def matrix(self, rows: int, columns: int) -> Tensor:
        numbers = array("f", (self._random.gauss(0, 0.2) for _ in range(rows * columns)))
        return Tensor((rows, columns), numbers)

    def embedding(self, tokens: list[bytes]) -> Tensor:
        tensor = self.matrix(len(tokens), WIDTH)
        for row, token in enumerate(tokens):
            marks = [1.0 if token == before else 0.0 for before, _ in FOLLOWING]
            tensor.numbers[row * WIDTH : row * WIDTH + RESERVED] = array("f", [1.0, *marks])
        return tensor

    def writer(self, columns: int) -> Tensor:
        """The last matrix of a block. It writes nothing to the reserved columns."""
        tensor = self.matrix(WIDTH, columns)
        tensor.numbers[: RESERVED * columns] = array("f", bytes(4 * RESERVED * columns))
        return tensor

    def output(self, tokens: list[bytes], biases: list[float]) -> Tensor:
        tensor = self.matrix(len(tokens), WIDTH)
        for row, (token, bias) in enumerate(zip(tokens, biases, strict=True)):
            marks = [FOLLOWING_WEIGHT if token == after else 0.0 for _, after in FOLLOWING]
            tensor.numbers[row * WIDTH : row * WIDTH + RESERVED] = array("f", [bias, *marks])
        return tensor


def ones() -> Tensor:
    return Tensor((WIDTH,), array("f", [1.0] * WIDTH))


def build_tensors(tokens: list[bytes], biases: list[float]) -> dict[str, Tensor]:
    weights = Weights(seed=1)
    tensors = {
        "token_embd.weight": weights.embedding(tokens),
        "output_norm.weight": ones(),
        "output.weight": weights.output(tokens, biases),
    }
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        for name in ("attn_q", "attn_k", "attn_v"):
            tensors[f"{block}.{name}.weight"] = weights.matrix(WIDTH, WIDTH)
        tensors[f"{block}.attn_output.weight"] = weights.writer(WIDTH)
        tensors[f"{block}.attn_norm.weight"] = ones()
        tensors[f"{block}.ffn_norm.weight"] = ones()
        tensors[f"{block}.ffn_gate.weight"] = weights.matrix(FEED_FORWARD, WIDTH)
        tensors[f"{block}.ffn_up.weight"] = weights.matrix(FEED_FORWARD, WIDTH)
        tensors[f"{block}.ffn_down.weight"] = weights.writer(FEED_FORWARD)
    return tensors


# Tool calls in the format of Hermes, which llama.cpp recognizes and turns into a grammar.
TEMPLATE = """{%- if tools %}<|im_start|>system
Call a tool with <tool_call>{"name": "NAME", "arguments": {}}</tool_call>. Tools: <tools>
{%- for tool in tools %}
{{ tool | tojson }}
{%- endfor %}
</tools><|im_end|>
{% endif %}
{%- for message in messages %}
{%- if message.role == "tool" %}<|im_start|>user
<tool_response>
{{ message.content }}
</tool_response><|im_end|>
{% else %}<|im_start|>{{ message.role }}
{{ message.content or "" }}
{%- for call in message.tool_calls or [] %}
<tool_call>
{"name": "{{ call.function.name }}", "arguments": {{ call.function.arguments | tojson }}}
</tool_call>
{%- endfor %}<|im_end|>
{% endif %}
{%- endfor %}
{%- if add_generation_prompt %}<|im_start|>assistant
{% if tools and messages[-1].role != "tool" %}:>{% endif %}
{%- endif %}"""


def write_tiny_model(path: Path) -> None:
    """Writes the model."""
    tokens, types, scores, biases = vocabulary()
    metadata: dict[str, Value] = {
        "general.architecture": "llama",
        "general.name": "tiny",
        "llama.context_length": CONTEXT,
        "llama.embedding_length": WIDTH,
        "llama.block_count": LAYERS,
        "llama.feed_forward_length": FEED_FORWARD,
        "llama.attention.head_count": HEADS,
        "llama.attention.head_count_kv": HEADS,
        "llama.attention.layer_norm_rms_epsilon": 1e-5,
        "llama.rope.dimension_count": WIDTH // HEADS,
        "llama.vocab_size": len(tokens),
        "tokenizer.ggml.model": "llama",
        "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.scores": scores,
        "tokenizer.ggml.token_type": types,
        "tokenizer.ggml.unknown_token_id": 0,
        "tokenizer.ggml.bos_token_id": 1,
        "tokenizer.ggml.eos_token_id": 2,
        "tokenizer.ggml.add_bos_token": True,
        "tokenizer.ggml.add_space_prefix": False,
        "tokenizer.chat_template": TEMPLATE,
    }
    write_gguf(path, metadata, build_tensors(tokens, biases))


if __name__ == "__main__":
    write_tiny_model(Path(sys.argv[1]))
