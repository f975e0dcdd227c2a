import { flags, type Flag } from "./flags.ts";

const indent = 25;
const width = 120;

/** The text of `--help`. */
export function helpText(): string {
  const lines = Object.entries<Flag>(flags).map(([name, { value, help, default: initial }]) => {
    const flag = `  --${name}${value === undefined ? "" : ` ${value}`}`;
    const text = initial === undefined ? help : `${help} (default ${initial})`;
    return `${flag.padEnd(indent - 1)} ${wrap(text)}`;
  });
  return `patchbay-mock: a mock server of the OpenRouter API

  npx patchbay-mock --port 4010

Options
${lines.join("\n")}

Any API key works, each with its own credit balance: send "Authorization: Bearer sk-or-v1-test". The key sk-or-mgmt-test
manages its account:
  curl http://127.0.0.1:4010/api/v1/credits -H "Authorization: Bearer sk-or-mgmt-test"
Any OpenAI client works, too: set its base URL to http://127.0.0.1:4010/api/v1.
Watch the requests in a browser: http://127.0.0.1:4010/_patchbay/`;
}

/** Breaks a text into lines, indented below the first one. */
function wrap(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    if (line === "") lines[lines.length - 1] = word;
    else if (indent + line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join(`\n${" ".repeat(indent)}`);
}
