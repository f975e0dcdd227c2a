#!/usr/bin/env node
import { parseArgs } from "node:util";
import { createMockServer } from "./server.ts";

const help = `patchbay-mock: a reference server of the unified AI API, offline

  npx patchbay-mock --port 4010

Options
  --port <n>       port to listen on, 0 for any free one (default 4010)
  --host <name>    address to listen on (default 127.0.0.1)
  --credits <usd>  credits of the account (default 100)
  --token-gap <ms> milliseconds between two tokens of a stream (default 0)
  --seed <n>       makes ids and secrets repeatable (default 1)
  --help           this text

Any key works: send "Authorization: Bearer sk-or-v1-test". A key that starts with sk-or-mgmt- administers the account:
  curl http://127.0.0.1:4010/api/v1/credits -H "Authorization: Bearer sk-or-mgmt-test"
Any OpenAI client works too: set its base URL to http://127.0.0.1:4010/api/v1.`;

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`patchbay-mock: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
      credits: { type: "string", default: "100" },
      "token-gap": { type: "string", default: "0" },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const server = createMockServer({
    credits: toNumber("--credits", values.credits),
    tokenGap: toNumber("--token-gap", values["token-gap"]),
    seed: toNumber("--seed", values.seed),
  });
  const listening = await server.listen({ port: toNumber("--port", values.port, 65_535), host: values.host });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void listening.close());
  console.log(listening.baseURL);
}

function toNumber(name: string, text: string, most = Number.MAX_SAFE_INTEGER): number {
  const number = Number(text);
  if (text.trim() === "" || !(number >= 0 && number <= most))
    throw new Error(
      `${name} is ${JSON.stringify(text)}; it is a number from 0${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ""}. See --help.`,
    );
  return number;
}
