import { createAgent } from "@patchbay/agent";
import { Patchbay } from "@patchbay/client";
import { ended, schema } from "../typed-text.mjs";

let client;
export async function run(baseURL) {
  client ??= new Patchbay({ apiKey: "x", baseURL });
  const bot = createAgent({ client, model: "any/model", output: schema });
  let output;
  for await (const event of bot.run("go")) if (event.type === "partial-output") output = event.output;
  return ended(output);
}
