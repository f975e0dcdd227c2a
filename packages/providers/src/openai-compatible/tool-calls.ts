import { toObject, toText, type JsonObject } from "../fields/json-value.ts";
import type { ToolCallPart } from "../unified.ts";

interface OpenCall {
  /** Number of the call in the output. */
  readonly index: number;
  readonly id: string;
  /** The provider's own id, which some providers send for several calls. */
  readonly ownId: string | undefined;
}

/**
 * Puts the pieces of tool calls in order. Providers number calls from 0 or 1, or all with 0, or not at all; they send id and name once
 * or with every piece. A new id together with a name begins a call.
 */
export class ToolCallReader {
  /** The provider's index → the call that its pieces belong to. */
  readonly #byIndex = new Map<number, OpenCall>();
  readonly #ids = new Set<string>();
  /** Prefix of ids for calls without one. */
  readonly #prefix: () => string;
  #last: OpenCall | undefined;
  #count = 0;

  constructor(prefix: () => string) {
    this.#prefix = prefix;
  }

  get count(): number {
    return this.#count;
  }

  read(piece: unknown): ToolCallPart | undefined {
    const fields = toObject(piece);
    const called = toObject(fields.function);
    const name = toText(called.name);
    const text = toArguments(called.arguments);
    const call = this.#find(fields, name);
    if (call) return text === "" ? undefined : { type: "tool-call-delta", index: call.index, arguments: text };
    if (name === undefined) return undefined;
    const opened = this.#open(fields);
    const { index, id } = opened;
    return { type: "tool-call-delta", index, id, name, ...(text !== "" && { arguments: text }) };
  }

  /** The call that a piece continues. */
  #find(fields: JsonObject, name: string | undefined): OpenCall | undefined {
    const id = toText(fields.id);
    const known = typeof fields.index === "number" ? this.#byIndex.get(fields.index) : this.#findLoose(id, name);
    if (!known) return undefined;
    const isOther = id !== undefined && name !== undefined && id !== known.ownId;
    return isOther ? undefined : known;
  }

  /** Without an index, an id names the call, and a piece without an id and a name continues the last one. */
  #findLoose(id: string | undefined, name: string | undefined): OpenCall | undefined {
    if (id !== undefined) return this.#last?.ownId === id ? this.#last : undefined;
    return name === undefined ? this.#last : undefined;
  }

  #open(fields: JsonObject): OpenCall {
    const index = this.#count++;
    const ownId = toText(fields.id);
    const wanted = ownId ?? `call_${this.#prefix()}_${index}`;
    const id = this.#ids.has(wanted) ? `${wanted}_${index}` : wanted;
    const call = { index, id, ownId };
    this.#ids.add(id);
    this.#last = call;
    if (typeof fields.index === "number") this.#byIndex.set(fields.index, call);
    return call;
  }
}

/** Arguments as JSON text. Some servers send an object. */
function toArguments(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : "";
}
