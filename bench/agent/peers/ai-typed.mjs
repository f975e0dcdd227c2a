import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { jsonSchema, Output, streamText } from "ai";
import { ended, schema } from "../typed-text.mjs";

let provider;
export async function run(baseURL) {
  provider ??= createOpenRouter({ baseURL, apiKey: "x" });
  const output = Output.object({ schema: jsonSchema(schema) });
  const { partialOutputStream } = streamText({ model: provider("any/model"), prompt: "go", output });
  let last;
  for await (const partial of partialOutputStream) last = partial;
  return ended(last);
}
