import type { ToolCall, ToolCallDelta } from "@patchbay/spec";

type Said = Partial<ToolCall["function"]>;

/** The tool calls of one answer while their pieces come. */
export class ToolCallPieces {
  /** Key → call. Keys are small, since an index that is no small number gets the next free one. */
  readonly #calls: (GrowingCall | undefined)[] = [];
  /** Index of the service → key of the call that has it now. */
  readonly #keys = new Map<number | string, number>();
  readonly #ids = new Map<string, number>();
  #last = -1;

  /** How far the keys go. */
  get length(): number {
    return this.#calls.length;
  }

  /** The call with a key; undefined where a key was skipped. */
  at(key: number): ToolCall | undefined {
    return this.#calls[key]?.call;
  }

  /** Whether the arguments of a call are whole. */
  isWhole(key: number): boolean {
    return this.#calls[key]?.isWhole ?? false;
  }

  /** Every call, in order, with the empty object in place of no arguments. */
  toCalls(): ToolCall[] {
    return this.#calls.flatMap((growing) => (growing ? [toWholeCall(growing.call)] : []));
  }

  /**
   * Takes a piece, and writes into it the key of its call, which no two calls share. `list` is what it came in: there a call that is
   * equal to another one is a call of its own.
   */
  add(piece: ToolCallDelta, list?: object): void {
    const { id } = piece as { id?: string | null };
    const index = typeof piece.index === "number" || typeof piece.index === "string" ? piece.index : undefined;
    const key = this.#keyOf(index, id || undefined, piece.function ?? {}, list);
    const call = (this.#calls[key] ??= new GrowingCall());
    if (index !== undefined) this.#keys.set(index, key);
    if (id) this.#ids.set(id, key);
    this.#last = key;
    if (index !== key) (piece as { index: number }).index = key;
    call.add(piece, list);
  }

  #keyOf(index: number | string | undefined, id: string | undefined, said: Said, list: object | undefined): number {
    const known = index === undefined ? this.#byId(id) : this.#keys.get(index);
    if (known !== undefined && !this.#calls[known]!.isFollowedBy(id, said, list)) return known;
    const isKey = Number.isInteger(index) && (index as number) >= 0 && (index as number) < mostSkipped + this.length;
    return isKey && this.#calls[index as number] === undefined ? (index as number) : this.length;
  }

  /** Without an index a piece belongs to the call with its id, else to the last one. */
  #byId(id: string | undefined): number | undefined {
    return (id === undefined ? undefined : this.#ids.get(id)) ?? (this.#last < 0 ? undefined : this.#last);
  }
}

/** How many indexes a service may leave out at once: some count reasoning as well. */
const mostSkipped = 64;

/** A call without arguments gets the empty object: the text is sent back as JSON. */
export function toWholeCall(call: ToolCall): ToolCall {
  return { ...call, function: { ...call.function, arguments: call.function.arguments || "{}" } };
}

class GrowingCall {
  readonly call: ToolCall = { id: "", type: "function", function: { name: "", arguments: "" } };
  /** How many brackets of the arguments are open. */
  #depth = 0;
  #isText = false;
  #isEscaped = false;
  #isWhole = false;
  /** The list of its last piece. */
  #list: object | undefined;

  /** Whether the arguments are a whole JSON object or list. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /**
   * Whether a piece that would belong to this call begins another one. Gateways give several calls the same index, or none.
   * A new id begins a call; but some services send a new id with each piece, which has no name then, and arguments that go on.
   */
  isFollowedBy(id: string | undefined, { name, arguments: text }: Said, list: object | undefined): boolean {
    const { call } = this;
    const isOther = id !== undefined && call.id !== "" && id !== call.id;
    if (isOther) return Boolean(name) || call.function.name === "" || this.#isWhole;
    if (!name || !text?.trim() || !this.#isWhole) return false;
    if (name !== call.function.name) return true;
    return list === undefined || list !== this.#list
      ? !isBlankObject(call.function.arguments) && !this.#isRepeat(text)
      : id === undefined || id !== call.id;
  }

  add(piece: ToolCallDelta, list: object | undefined): void {
    const { call } = this;
    this.#list = list;
    const { function: said, index: _, ["__proto__" as never]: _rest, ...rest } = piece;
    const { name, arguments: text, ["__proto__" as never]: _more, ...more } = said ?? {};
    const { id, type, function: before } = call;
    Object.assign(call, rest, { id: id || (piece.id ?? ""), type: piece.type || type });
    Object.assign(before, more, { name: this.#nameWith(name), arguments: before.arguments });
    if (!text) return;
    if (name && this.#isRepeat(text)) (piece.function as Said).arguments = "";
    // Some gateways begin the arguments with an empty object.
    else if (isBlankObject(before.arguments) && text.trim() !== "") this.#restart(text);
    else this.#append(text);
  }

  /** A name comes whole, or in pieces before the arguments; one that comes again as it was is the same. */
  #nameWith(name: string | null | undefined): string {
    const { name: before, arguments: text } = this.call.function;
    return !name || name === before || (before !== "" && text !== "") ? before : before + name;
  }

  /** Some gateways send the whole call once more at the end. */
  #isRepeat(text: string): boolean {
    return this.#isWhole && text === this.call.function.arguments;
  }

  #append(text: string): void {
    this.call.function.arguments += text;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#isText && code === backslash) this.#isEscaped = true;
      else if (code === quote) this.#isText = !this.#isText;
      else if (!this.#isText && (code === openBrace || code === openBracket)) this.#depth++;
      else if (!this.#isText && (code === closeBrace || code === closeBracket)) this.#isWhole = --this.#depth === 0;
    }
  }

  #restart(text: string): void {
    this.call.function.arguments = "";
    this.#isWhole = false;
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
