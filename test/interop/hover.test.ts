// What an editor shows about the Python client: the documentation of methods, keywords, options and fields, as pyright finds it.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readModel } from "../../packages/codegen/src/model/read.ts";
import { openEditor, type Editor } from "./language-server.ts";

const root = resolve(import.meta.dirname, "../..");
const source = join(root, "packages/client-python/src");

const program = `from patchbay_client import Patchbay, AsyncPatchbay
from patchbay_client.types import ChatCompletionParams
client = Patchbay(timeout=5, max_retries=1)
reply = client.chat.completions.create(messages=[], model="openai/gpt-5-mini", max_tokens=5, provider={"sort": "price"})
print(reply.usage.cost, reply.choices[0].finish_reason)
for piece in client.chat.completions.create(messages=[], stream=True): print(piece.choices[0].delta.content)
with client.messages.stream(model="m", messages=[], max_tokens=5) as stream: print(stream.text_stream, stream.final())
for model in client.models.list(max_price=3, limit=20): print(model.context_length)
params: ChatCompletionParams = {"messages": [], "max_tokens": 5}
async_client = AsyncPatchbay(idle_timeout=5)
made = client.keys.create(name="n", limit=5)
`;

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor(program, [source]);
});
afterAll(() => editor.close());

test.each([
  [
    3,
    "create",
    [
      "Create a chat completion.",
      "Args:",
      "max_tokens: Maximum number of tokens",
      "Raises:",
      "Example:",
      "print(completion",
    ],
  ],
  [3, "model=", ["The model: a slug such as `openai/gpt-5-mini`", "Default: the account's default model."]],
  [
    3,
    "max_tokens",
    ["Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded."],
  ],
  [3, "provider", ["Preferences for provider routing."]],
  [3, '"sort"', ["Sorts the endpoints instead of load balancing."]],
  [4, "cost", ["Amount deducted from the credits, in USD."]],
  [4, "finish_reason", ["Why the model stopped generating."]],
  [5, "create", ["Create a chat completion.", "-> ChatStream"]],
  [5, "stream", ["Whether to stream the completion as server-sent events. Default: False."]],
  [6, "max_tokens", ["Maximum number of tokens in the response, including thinking."]],
  [6, "text_stream", ["The text of the response, as strings"]],
  [6, "final", ["The complete response, identical to the non-streaming one.", "Raises:", "Example:"]],
  [7, "list", ["List models.", "print(item.id)"]],
  [7, "max_price", ["Maximum prompt price in USD per million tokens."]],
  [7, "context_length", ["total tokens of prompt and completion"]],
  [8, '"max_tokens"', ["Maximum number of tokens in the completion"]],
  [2, "Patchbay(", ["max_retries: Number of retries after the first attempt. Default: 2."]],
  [2, "timeout", ["Seconds for one attempt", "Default: 600."]],
  [9, "idle_timeout", ["Seconds between two events of a stream", "Default: 300."]],
  [10, "limit", ["in USD", "If omitted or None, the key is unlimited."]],
] as const)("line %i: the hover of %s has its documentation", async (line, word, texts) => {
  const shown = (await editor.hover(line, word)).replaceAll("&nbsp;", " ").replaceAll("\\_", "_");
  for (const text of texts) expect(shown).toContain(text);
});

test("the hover of every keyword of a chat completion has its description, and no other", async () => {
  const { schemas } = await readModel(join(root, "openapi"));
  const { type } = schemas.find(({ name }) => name === "ChatCompletionRequest")!;
  const properties = type.kind === "object" ? type.properties : [];
  const names = properties.map(({ name }) => name).filter((name) => name !== "stream");
  const lines = names.map((name) => `  ${name}=None,`);
  const call = `client.chat.completions.create(\n${lines.join("\n")}\n)\n`;
  const opened = await openEditor(`from patchbay_client import Patchbay\nclient = Patchbay()\n${call}`, [source]);
  try {
    const wrong: string[] = [];
    for (const { name, description } of properties.filter((property) => names.includes(property.name))) {
      const [start = ""] = description.replaceAll(/\s+/g, " ").split(/[:.]/);
      const shown = (await opened.hover(names.indexOf(name) + 3, `${name}=`)).replaceAll("\\_", "_");
      if (!shown.includes(start)) wrong.push(`${name}: ${shown}`);
    }
    expect(names.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  } finally {
    opened.close();
  }
});

test("the docstrings of the client have one line for each option, because pyright shows only that line", () => {
  const text = readFileSync(join(source, "patchbay_client/_client.py"), "utf8");
  for (const [, section] of text.matchAll(/^ {8}Args:\n(.*?)\n\n/gms))
    for (const line of section!.split("\n")) expect(line).toMatch(/^ {12}\w+: /);
});
