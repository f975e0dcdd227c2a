import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createPdf } from "../test/support/pdf.ts";

const chat = "/api/v1/chat/completions";
const model = "openai/gpt-5-mini";
/** A model that cannot read PDFs, so that the server does. */
const textModel = "meta-llama/llama-3.3-70b-instruct";
const messages = [{ role: "user", content: "Hi" }];
const pdf = createPdf({ content: "BT /F1 12 Tf 1 1 Td (hello there) Tj ET\n" }).toString("base64");
const file = { filename: "a.pdf", file_data: `data:application/pdf;base64,${pdf}` };

/** Requests that load each part of the command, with a part of the expected reply. */
const requests: readonly (readonly [path: string, body: object | undefined, expected: string])[] = [
  [chat, { model, messages }, "From the scenario."],
  [chat, { model, messages, stream: true }, "data: [DONE]"],
  [chat, { model, messages: "Hi" }, "expected array, got string"],
  [chat, { model: textModel, messages: [{ role: "user", content: [{ type: "file", file }] }] }, "hello there"],
  [
    chat,
    { model, messages, plugins: [{ id: "response-healing" }], response_format: { type: "json_object" } },
    "choices",
  ],
  ["/api/v1/responses", { model, input: "Hi" }, "From the scenario."],
  ["/api/v1/responses", { model, input: 7 }, "got number"],
  ["/openapi.json", undefined, "ChatCompletionRequest"],
  ["/_patchbay/openapi.json", undefined, "/_patchbay/rules"],
  ["/_patchbay/", undefined, "<!doctype html>"],
];

/** Starts the installed command `patchbay-mock` in a project and sends requests to it. Throws for the first wrong reply. */
export async function checkCommand(project: string): Promise<void> {
  writeFileSync(join(project, "scenario.yaml"), "rules:\n  - reply: From the scenario.\n");
  const bin = join(project, "node_modules/@patchbay/mock-server/dist/cli.js");
  const child = spawn(process.execPath, [bin, "--port", "0", "--config", "scenario.yaml"], {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const base = await new Promise<string>((resolve, reject) => {
      child.stdout.once("data", (data: Buffer) => resolve(new URL(data.toString()).origin));
      child.once("exit", (code) => reject(new Error(`The installed command ended with exit code ${code}.`)));
    });
    for (const [path, body, expected] of requests) {
      const response = await fetch(base + path, {
        method: body ? "POST" : "GET",
        headers: { authorization: "Bearer sk-or-v1-test" },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!text.includes(expected))
        throw new Error(
          `The installed command replied to ${path} with ${response.status} ${text.slice(0, 500)}, which has no ${JSON.stringify(expected)}.`,
        );
    }
  } finally {
    child.kill();
  }
}
