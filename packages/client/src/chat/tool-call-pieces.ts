import type { ToolCall, ToolCallDelta } from "@patchbay/spec";

type FunctionDelta = Partial<ToolCall["function"]>;

/** Accumulates the tool calls of one choice from their deltas. */
export class ToolCallPieces {
  /** Key → call. Keys stay small: an index that is not a small number gets the next free key. */
  readonly #calls: (CallAccumulator | undefined)[] = [];
  /** Index on the wire → key of the call that has it now. */
  readonly #keys = new Map<number | string, number>();
  readonly #ids = new Map<string, number>();
  #last = -1;

  /** One more than the highest key. */
  get length(): number {
    return this.#calls.length;
  }

  /** The call with a key; undefined if the key was skipped. */
  at(key: number): ToolCall | undefined {
    return this.#calls[key]?.call;
  }

  /** Whether the arguments of a call are complete. */
  isComplete(key: number): boolean {
    return this.#calls[key]?.isComplete ?? false;
  }

  /** Every call in order. Empty arguments become `{}`. */
  toCalls(): ToolCall[] {
    return this.#calls.flatMap((growing) => (growing ? [toCompleteCall(growing.call)] : []));
  }

  /**
   * Adds a delta, and writes the key of its call into it; no two calls share a key. `list` is the array that contains
   * the delta: within one array, an identical call is a separate call.
   */
  add(piece: ToolCallDelta, list?: object): void {
    const { id } = piece as { id?: string | null };
    const index = typeof piece.index === "number" || typeof piece.index === "string" ? piece.index : undefined;
    const key = this.#keyOf(index, id || undefined, piece.function ?? {}, list);
    const call = (this.#calls[key] ??= new CallAccumulator());
    if (index !== undefined) this.#keys.set(index, key);
    if (id) this.#ids.set(id, key);
    this.#last = key;
    if (index !== key) (piece as { index: number }).index = key;
    call.add(piece, list);
  }

  #keyOf(
    index: number | string | undefined,
    id: string | undefined,
    fn: FunctionDelta,
    list: object | undefined,
  ): number {
    const known = index === undefined ? this.#byId(id) : this.#keys.get(index);
    if (known !== undefined && !this.#calls[known]!.isFollowedBy(id, fn, list)) return known;
    const isKey = Number.isInteger(index) && (index as number) >= 0 && (index as number) < mostSkipped + this.length;
    return isKey && this.#calls[index as number] === undefined ? (index as number) : this.length;
  }

  /** Without an index, a delta belongs to the call with its id, otherwise to the last call. */
  #byId(id: string | undefined): number | undefined {
    return (id === undefined ? undefined : this.#ids.get(id)) ?? (this.#last < 0 ? undefined : this.#last);
  }
}

/** How many indexes a service may skip at once. Some count reasoning items too. */
const mostSkipped = 64;

/** Empty arguments become `{}`, because they are sent back to the API as JSON. */
export function toCompleteCall(call: ToolCall): ToolCall {
  return { ...call, function: { ...call.function, arguments: call.function.arguments || "{}" } };
}

class CallAccumulator {
  readonly call: ToolCall = { id: "", type: "function", function: { name: "", arguments: "" } };
  /** Number of open brackets in the arguments. */
  #depth = 0;
  #isString = false;
  #isEscaped = false;
  #isComplete = false;
  /** The array of its last delta. */
  #list: object | undefined;

  /** Whether the arguments are a complete JSON object or array. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /**
   * Whether a delta that would belong to this call starts another one. Gateways give several calls the same index, or
   * none. A new id starts a call. But some services send a new id with each delta; such a delta has no name, and its
   * arguments continue.
   */
  isFollowedBy(id: string | undefined, { name, arguments: text }: FunctionDelta, list: object | undefined): boolean {
    const { call } = this;
    const isOther = id !== undefined && call.id !== "" && id !== call.id;
    if (isOther) return Boolean(name) || call.function.name === "" || this.#isComplete;
    if (!name || !text?.trim() || !this.#isComplete) return false;
    if (name !== call.function.name) return true;
    return list === undefined || list !== this.#list
      ? !isBlankObject(call.function.arguments) && !this.#isRepeat(text)
      : id === undefined || id !== call.id;
  }

  add(piece: ToolCallDelta, list: object | undefined): void {
    const { call } = this;
    this.#list = list;
    const { function: fn, index: _, ["__proto__" as never]: _rest, ...rest } = piece;
    const { name, arguments: text, ["__proto__" as never]: _more, ...more } = fn ?? {};
    const { id, type, function: before } = call;
    Object.assign(call, rest, { id: id || (piece.id ?? ""), type: piece.type || type });
    Object.assign(before, more, { name: this.#nameWith(name), arguments: before.arguments });
    if (!text) return;
    if (name && this.#isRepeat(text)) (piece.function as FunctionDelta).arguments = "";
    // Some gateways start the arguments with an empty object.
    else if (isBlankObject(before.arguments) && text.trim() !== "") this.#restart(text);
    else this.#append(text);
  }

  /** A name arrives complete, or in pieces before the arguments. A repeated complete name is the same name. */
  #nameWith(name: string | null | undefined): string {
    const { name: before, arguments: text } = this.call.function;
    return !name || name === before || (before !== "" && text !== "") ? before : before + name;
  }

  /** Some gateways repeat the complete call at the end. */
  #isRepeat(text: string): boolean {
    return this.#isComplete && text === this.call.function.arguments;
  }

  #append(text: string): void {
    this.call.function.arguments += text;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#isString && code === backslash) this.#isEscaped = true;
      else if (code === quote) this.#isString = !this.#isString;
      else if (!this.#isString && (code === openBrace || code === openBracket)) this.#depth++;
      else if (!this.#isString && (code === closeBrace || code === closeBracket))
        this.#isComplete = --this.#depth === 0;
    }
  }

  #restart(text: string): void {
    this.call.function.arguments = "";
    this.#isComplete = false;
    this.#append(text);
  }
}

const quote = 34;
const backslash = 92;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

function isBlankObject(text: string): boolean {
  return text.length < 16 && /^\s*\{\s*\}\s*$/.test(text);
}
