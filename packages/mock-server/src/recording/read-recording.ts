import { tryParseJson } from "@patchbay/service/json/parse-json";
import { explainJsonError } from "@patchbay/service/json/json-error";
import type { RecordedExchange, Recording } from "./recording.ts";

/** The contents of a recording file. */
export interface RecordingFile extends Recording {
  /** Whether the file is one JSON document, as older versions wrote it, instead of one exchange per line. */
  readonly isDocument: boolean;
  /** Numbers of the lines that a crash or a full disk truncated. They are skipped. */
  readonly cut: readonly number[];
}

/**
 * Parses a recording: one exchange per line (JSONL), as `--record` writes it, or one JSON document, as older versions
 * wrote it. `name` is the file name, for errors.
 *
 * @example
 * ```ts
 * const recording = readRecording(await readFile("calls.jsonl", "utf8"), "calls.jsonl");
 * const server = createMockServer({ replay: { recording } });
 * ```
 * @throws {Error} with the file name and the line when the text is neither.
 */
export function readRecording(text: string, name: string): RecordingFile {
  const document = asDocument(text);
  if (document) return { version: 1, exchanges: document, isDocument: true, cut: [] };
  const exchanges: RecordedExchange[] = [];
  const cut: number[] = [];
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const isLast = index === lines.length - 1;
    const exchange = readLine(line, `${name}:${index + 1}`, isLast);
    if (exchange) exchanges.push(exchange);
    else cut.push(index + 1);
  }
  return { version: 1, exchanges, isDocument: false, cut };
}

/** The exchanges of a recording in one document, or `undefined` for other text. */
function asDocument(text: string): readonly RecordedExchange[] | undefined {
  if (!/^\s*\{/.test(text) || !text.includes('"exchanges"')) return undefined;
  const value = tryParseJson(text);
  if (typeof value !== "object" || value === null || !("exchanges" in value)) return undefined;
  return Array.isArray(value.exchanges) ? (value.exchanges as RecordedExchange[]) : undefined;
}

/** The exchange of a line, or `undefined` for a truncated one. A complete line ends with the end of the response. */
function readLine(line: string, place: string, isLast: boolean): RecordedExchange | undefined {
  const value = tryParseJson(line);
  if (isExchange(value)) return value;
  if (value !== undefined)
    throw new Error(`${place} must be an exchange with \`request\` and \`response\`. Make a recording with --record.`);
  const isCut = line.startsWith("{") && (isLast || !line.trimEnd().endsWith("}}"));
  if (!isCut) throw new Error(`${place} is ${explainJsonError(line)}.`);
  return undefined;
}

function isExchange(value: unknown): value is RecordedExchange {
  if (typeof value !== "object" || value === null || !("request" in value) || !("response" in value)) return false;
  const { request, response } = value;
  return typeof request === "object" && request !== null && typeof response === "object" && response !== null;
}
