import type { Command, Flag } from "./command.ts";

/** Flags of every command. */
export const helpFlags: Readonly<Record<"version" | "help", Flag>> = {
  version: { help: "print the version" },
  help: { help: "print this text" },
};

const indent = 25;
const width = 120;

/** The text of `--help` without a command. */
export function overviewText(commands: Readonly<Record<string, Command>>): string {
  const longest = Math.max(...Object.entries(commands).map((entry) => usageOf(...entry).length));
  const lines = Object.entries(commands).map((entry) => `  ${usageOf(...entry).padEnd(longest)}  ${entry[1].summary}`);
  return `patchbay-gateway: the OpenRouter API in front of your own providers

  npx patchbay-gateway                          with the API keys of the environment and local servers
  npx patchbay-gateway --config gateway.yaml    with a configuration file

Commands
${lines.join("\n")}

patchbay-gateway COMMAND --help lists the flags of a command. Without a command, the gateway is served.`;
}

/** The text of `--help` of a command. */
export function commandText(name: string, command: Command): string {
  const flags = Object.entries<Flag>({ ...command.flags, ...helpFlags }).map(
    ([flag, { value, help, initial, otherwise, variable }]) => {
      const fallback = initial ?? otherwise;
      const details = [variable && `or ${variable}`, fallback !== undefined && `default ${fallback}`].filter(Boolean);
      const text = details.length === 0 ? help : `${help} (${details.join("; ")})`;
      return toLine(`--${flag}${value === undefined ? "" : ` ${value}`}`, text);
    },
  );
  const variables = Object.entries(command.variables ?? {}).map(([variable, help]) => toLine(variable, help));
  const sections = [
    `patchbay-gateway ${usageOf(name, command)}: ${command.summary}`,
    `Flags\n${flags.join("\n")}`,
    variables.length > 0 ? `Environment\n${variables.join("\n")}` : undefined,
    command.notes,
  ];
  return sections.filter((section) => section !== undefined).join("\n\n");
}

function toLine(label: string, text: string): string {
  return `  ${label.padEnd(indent - 3)} ${wrap(text)}`;
}

function usageOf(name: string, command: Command): string {
  const names = (command.arguments ?? []).map(({ name: one, initial }) => (initial === undefined ? one : `[${one}]`));
  return [name, ...names].join(" ");
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
