import { isRecord } from "../encoding/is-record.ts";
import { resend } from "../errors/error-detail.ts";
import { StreamError } from "../errors/stream-error.ts";

/** A JSON object whose fields can have any shape. */
type Fields = Record<string, unknown>;

/**
 * Normalizes a chunk to the shape of the contract, in place: `choices` is an array, each choice has an index and a
 * delta, texts are strings, arguments are JSON text. Well-formed parts stay unchanged.
 *
 * @throws StreamError `malformed` when a part cannot be read
 */
export function normalizeChunk(chunk: Fields): void {
  const { choices } = chunk;
  if (choices === undefined || choices === null) chunk.choices = [];
  else if (!Array.isArray(choices)) throw malformed(chunk, "`choices`", "an array");
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
  // Moonshot sends the usage in a choice.
  if (isObject(choice.usage)) chunk.usage ??= choice.usage;
}

/** Normalizes a message or a delta, in place. `body` is attached to errors. */
function normalizeMessage(message: Fields, body: unknown): void {
  for (const name of texts) {
    const value = message[name];
    if (value !== undefined && value !== null && typeof value !== "string") readParts(message, name, value);
  }
  const { tool_calls: calls } = message;
  if (calls !== undefined && calls !== null) {
    if (!Array.isArray(calls)) throw malformed(body, "`tool_calls`", "an array");
    for (let at = 0; at < calls.length; at++) normalizeCall(calls[at], body, at);
  }
  for (const name of lists) {
    const value = message[name];
    if (value === undefined || value === null || (Array.isArray(value) && value.every(isObject))) continue;
    message[name] = (Array.isArray(value) ? value : [value]).filter(isObject);
  }
  if (message.audio !== undefined && message.audio !== null && !isObject(message.audio)) delete message.audio;
}

/**
 * Normalizes the messages of a complete response, in place.
 *
 * @throws StreamError `malformed` when a part cannot be read
 */
export function normalizeResponse(body: Fields): void {
  if (!Array.isArray(body.choices)) return;
  for (const choice of body.choices)
    if (isObject(choice) && isObject(choice.message)) normalizeMessage(choice.message, body);
}

const texts = ["content", "reasoning", "refusal"] as const;
const lists = ["reasoning_details", "annotations", "images"] as const;

/** An index as an integer of 0 or more; undefined for anything else. */
function indexOf(index: unknown): number | undefined {
  const number = typeof index === "string" && index.trim() !== "" ? Number(index) : index;
  return Number.isSafeInteger(number) && (number as number) >= 0 ? (number as number) : undefined;
}

function normalizeCall(call: unknown, body: unknown, place: number): void {
  if (!isObject(call)) throw malformed(body, `\`tool_calls[${place}]\``, "an object");
  if (call.id !== undefined && call.id !== null && typeof call.id !== "string") call.id = toText(call.id);
  const { function: callFunction } = call;
  if (callFunction === undefined || callFunction === null) return;
  if (!isObject(callFunction)) throw malformed(body, `\`tool_calls[${place}].function\``, "an object");
  const { name, arguments: value } = callFunction;
  if (name !== undefined && name !== null && typeof name !== "string") callFunction.name = toText(name);
  // Ollama's own format has objects as arguments.
  if (value !== undefined && value !== null && typeof value !== "string")
    callFunction.arguments = JSON.stringify(value);
}

/**
 * Splits a text that is an array of parts: texts are joined, reasoning becomes `reasoning`, images become `images`, and
 * other parts become `content_parts`.
 */
function readParts(message: Fields, name: (typeof texts)[number], value: unknown): void {
  const found = { content: "", reasoning: "", refusal: "" };
  const images: unknown[] = [];
  const others: unknown[] = [];
  for (const part of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const { type, refusal } = isObject(part) ? part : {};
    const isReasoning = typeof type === "string" && /think|reason/.test(type);
    const text = toText(part);
    if (typeof refusal === "string") found.refusal += refusal;
    else if (type === "image_url" || type === "image") images.push(part);
    else if (text !== undefined) found[isReasoning ? "reasoning" : name] += text;
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

/** The text of a part, in any of the known fields; undefined if it has none. */
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

function isObject(value: unknown): value is Fields {
  return isRecord(value) && !Array.isArray(value);
}

function malformed(body: unknown, place: string, expected: string): StreamError {
  return new StreamError("malformed", `The completion is malformed: ${place} must be ${expected}. ${resend}`, { body });
}
