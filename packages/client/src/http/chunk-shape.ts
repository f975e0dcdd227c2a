import { isRecord } from "../errors/error-detail.ts";
import { StreamError } from "../errors/errors.ts";

/** An object of JSON, whose fields can have any shape. */
type Fields = Record<string, unknown>;

/**
 * Brings a chunk to the shape of the contract, in place, so that every reader sees one shape: `choices` is a list,
 * each choice has an index and a delta, texts are strings, arguments are JSON text. Whatever is well-formed stays as it is.
 *
 * @throws StreamError `malformed` for what cannot be read as a part of an answer
 */
export function normalizeChunk(chunk: Fields): void {
  const { choices } = chunk;
  if (choices === undefined || choices === null) chunk.choices = [];
  else if (!Array.isArray(choices)) throw malformed(chunk, "`choices`", "a list");
  else for (let at = 0; at < choices.length; at++) normalizeChoice(chunk, choices[at], at);
  const { usage } = chunk;
  if (usage !== undefined && usage !== null && !isObject(usage)) delete chunk.usage;
}

function normalizeChoice(chunk: Fields, choice: unknown, place: number): void {
  if (!isObject(choice)) throw malformed(chunk, `\`choices[${place}]\``, "an object");
  choice.index = indexOf(choice.index) ?? place;
  choice.delta ??= {};
  if (!isObject(choice.delta)) throw malformed(chunk, `\`choices[${place}].delta\``, "an object");
  normalizeMessage(choice.delta, chunk);
  // Moonshot has it there.
  if (isObject(choice.usage)) chunk.usage ??= choice.usage;
}

/** Brings a message, or a piece of one, to the shape of the contract, in place. `body` is what an error shows. */
function normalizeMessage(message: Fields, body: unknown): void {
  for (const name of texts) {
    const value = message[name];
    if (value !== undefined && value !== null && typeof value !== "string") readParts(message, name, value);
  }
  const { tool_calls: calls } = message;
  if (calls !== undefined && calls !== null) {
    if (!Array.isArray(calls)) throw malformed(body, "`tool_calls`", "a list");
    for (let at = 0; at < calls.length; at++) normalizeCall(calls[at], body, at);
  }
  for (const name of lists) {
    const value = message[name];
    if (value === undefined || value === null || (Array.isArray(value) && value.every(isObject))) continue;
    message[name] = (Array.isArray(value) ? value : [value]).filter(isObject);
  }
  if (message.audio !== undefined && message.audio !== null && !isObject(message.audio)) delete message.audio;
}

/** Brings the messages of a whole answer to the shape of the contract, in place. */
export function normalizeAnswer(body: Fields): void {
  if (!Array.isArray(body.choices)) return;
  for (const choice of body.choices)
    if (isObject(choice) && isObject(choice.message)) normalizeMessage(choice.message, body);
}

const texts = ["content", "reasoning", "refusal"] as const;
const lists = ["reasoning_details", "annotations", "images"] as const;

/** An index as a number from 0; undefined for anything else. */
function indexOf(index: unknown): number | undefined {
  const number = typeof index === "string" && index.trim() !== "" ? Number(index) : index;
  return Number.isSafeInteger(number) && (number as number) >= 0 ? (number as number) : undefined;
}

function normalizeCall(call: unknown, body: unknown, place: number): void {
  if (!isObject(call)) throw malformed(body, `\`tool_calls[${place}]\``, "an object");
  if (call.id !== undefined && call.id !== null && typeof call.id !== "string") call.id = toText(call.id);
  const { function: said } = call;
  if (said === undefined || said === null) return;
  if (!isObject(said)) throw malformed(body, `\`tool_calls[${place}].function\``, "an object");
  const { name, arguments: given } = said;
  if (name !== undefined && name !== null && typeof name !== "string") said.name = toText(name);
  // Ollama's own format has objects.
  if (given !== undefined && given !== null && typeof given !== "string") said.arguments = JSON.stringify(given);
}

/** Takes apart a text that is a list of parts: texts are joined, thoughts become reasoning, anything else is kept apart. */
function readParts(message: Fields, name: (typeof texts)[number], value: unknown): void {
  const found = { content: "", reasoning: "", refusal: "" };
  const images: unknown[] = [];
  const others: unknown[] = [];
  for (const part of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const { type, refusal } = isObject(part) ? part : {};
    const isThought = typeof type === "string" && /think|reason/.test(type);
    const text = toText(part);
    if (typeof refusal === "string") found.refusal += refusal;
    else if (type === "image_url" || type === "image") images.push(part);
    else if (text !== undefined) found[isThought ? "reasoning" : name] += text;
    else if (part !== null) others.push(part);
  }
  message[name] = null;
  for (const name of texts) if (found[name] !== "") message[name] = join(message[name], found[name]);
  if (images.length > 0) message.images = [...(Array.isArray(message.images) ? message.images : []), ...images];
  if (others.length > 0) message.content_parts = others;
}

function join(before: unknown, more: string): string {
  return typeof before === "string" ? before + more : more;
}

/** The text of a part, wherever it stands; undefined if it has none. */
function toText(part: unknown, depth = 0): string | undefined {
  if (typeof part === "string") return part;
  if (typeof part === "number" || typeof part === "boolean") return String(part);
  if (Array.isArray(part) && depth < 4) {
    const inner = part.map((one) => toText(one, depth + 1)).filter((text) => text !== undefined);
    return inner.length > 0 ? inner.join("") : undefined;
  }
  if (!isObject(part) || depth === 4) return undefined;
  return toText(part.text ?? part.thinking ?? part.reasoning ?? part.summary ?? part.content, depth + 1);
}

/** What to do about an answer that cannot be read. */
export const resend = "The provider sent something else; send the request again, or use another model.";

function isObject(value: unknown): value is Fields {
  return isRecord(value) && !Array.isArray(value);
}

function malformed(body: unknown, place: string, expected: string): StreamError {
  return new StreamError("malformed", `The answer is malformed: ${place} must be ${expected}. ${resend}`, { body });
}
