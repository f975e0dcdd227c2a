import { optionFault } from "./check-options.ts";
import type { MockServerOptions } from "./options.ts";
import { checkProviders } from "../rules/provider-states.ts";
import { checkRules } from "../rules/check-rule.ts";

/** The content of a scenario file: rules, and some options of a server. */
export type ScenarioFile = Pick<
  MockServerOptions,
  "rules" | "providers" | "credits" | "defaultReply" | "strict" | "seed" | "tokenDelay"
>;

const fields: readonly (keyof ScenarioFile)[] = [
  "rules",
  "providers",
  "credits",
  "defaultReply",
  "strict",
  "seed",
  "tokenDelay",
];

/**
 * Parses a scenario in YAML or JSON. Throws an `Error` with the file, the line and the expected value of each mistake.
 *
 * @example
 * ```ts
 * const server = createMockServer(await parseScenario(text, "outage.yaml"));
 * ```
 */
export async function parseScenario(text: string, file: string): Promise<ScenarioFile> {
  // JSON is valid YAML, so one parser reports the lines of both.
  const { LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new Error(`${file}:${line}:${col}: ${broken.message}`);
  }
  const data = valueOf(document, file);
  const faults = checkScenario(data);
  if (faults.length === 0) return data ?? {};
  const mistakes = faults.slice(0, 20).map(({ pointer, message }) => {
    const node = nodeAt(document, pointer) as { range?: readonly number[] | null } | undefined;
    const offset = node?.range?.[0];
    const place = offset === undefined ? file : `${file}:${lines.linePos(offset).line}`;
    return `${place}: ${pointer || "/"} ${message}`;
  });
  if (faults.length > mistakes.length) mistakes.push(`${file}: … and ${faults.length - mistakes.length} more.`);
  throw new Error(mistakes.join("\n"));
}

/** The value of a document. Throws if its aliases expand to too much data. */
function valueOf(document: { toJS: () => unknown }, file: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    throw new Error(`${file}: the file cannot be read: ${(cause as Error).message}. Use fewer aliases.`, { cause });
  }
}

interface Located {
  readonly pointer: string;
  readonly message: string;
}

/** The errors of a scenario with their JSON pointers; empty if the scenario is valid or absent. */
export function checkScenario(data: unknown): Located[] {
  if (data === null || data === undefined) return [];
  if (typeof data !== "object" || Array.isArray(data))
    return [{ pointer: "", message: `expected an object with ${fields.join(", ")}` }];
  const given = data as Readonly<Record<string, unknown>>;
  const faults = Object.entries(given).flatMap(([name, value]): Located[] => {
    const message = optionFault(name, value, fields);
    return message === undefined ? [] : [{ pointer: `/${name}`, message }];
  });
  if (Array.isArray(given.rules))
    for (const { pointer, message } of checkRules(given.rules)) faults.push({ pointer: `/rules${pointer}`, message });
  if (given.providers !== undefined && !faults.some(({ pointer }) => pointer === "/providers"))
    faults.push(...checkProviders(given.providers, "/providers"));
  return faults;
}

/** The node of a pointer, or its nearest existing ancestor. */
function nodeAt(document: { getIn: (path: unknown[], keepScalar: true) => unknown }, pointer: string): unknown {
  const path = pointer
    .split("/")
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~")));
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (node !== undefined) return node;
  }
  return undefined;
}
