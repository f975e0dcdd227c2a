import { detailOf, resend } from "../errors/error-detail.ts";
import { isRecord } from "../encoding/is-record.ts";
import type { ApiError } from "../errors/api-error.ts";
import { StreamError } from "../errors/stream-error.ts";
import type { EventFormat, Fields, FormatSource } from "./event-format.ts";

/** What an API with typed events adds to their format. */
export interface TypedFormatRules {
  /** What the events add up to, for error messages. */
  readonly result: string;
  /** The field of the last event without which it is malformed; undefined if it needs none. */
  readonly lastField?: string;
  /** The events of a response that was not streamed. */
  readonly readWhole: (response: Fields) => Fields[];
}

/**
 * Reads the events of a stream whose events have a type: which of them end it and which of them report an error is data of
 * the contract. Unknown events are kept.
 */
export class TypedFormat implements EventFormat<Fields> {
  readonly failure = undefined;
  readonly result: string;
  readonly #source: FormatSource;
  readonly #rules: TypedFormatRules;
  #hasEnded = false;
  /** The last event, until one has a type. A stream without such an event has another format. */
  #withoutType: Fields | undefined;
  #hasType = false;

  constructor(source: FormatSource, rules: TypedFormatRules) {
    this.#source = source;
    this.#rules = rules;
    this.result = rules.result;
  }

  get isEnded(): boolean {
    return this.#hasEnded;
  }

  get isComplete(): boolean {
    return this.#hasEnded;
  }

  errorBodyOf(value: unknown): unknown {
    const type = this.#typeOf(value);
    const { errorEvents = {} } = this.#source.operation.stream!;
    const path = type !== undefined && Object.hasOwn(errorEvents, type) ? errorEvents[type] : undefined;
    // An event can have an `error` of its own, such as that of a tool. Gateways send errors without a type.
    if (path === undefined) return type === undefined && detailOf(value) ? value : undefined;
    const holder = path
      .split(".")
      .slice(0, -1)
      .reduce<unknown>((at, name) => (at as Fields | undefined)?.[name], value);
    return detailOf(holder) ? holder : { error: "The API reported a failure without a reason" };
  }

  /** A failed event can contain the response so far. In place of the first event, it is all that arrived. */
  toFailure(error: ApiError, value: unknown, hasBegun: boolean): ApiError {
    return hasBegun || error.body === value ? error : Object.assign(error, { partial: error.body });
  }

  read(value: Fields): Fields {
    const type = this.#typeOf(value);
    if (type !== undefined) this.#hasType = true;
    else if (!this.#hasType) this.#withoutType = value;
    if (type !== undefined && this.#source.operation.stream!.terminalEvents?.includes(type)) this.#end(type, value);
    return value;
  }

  #end(type: string, value: Fields): void {
    const { lastField } = this.#rules;
    if (lastField !== undefined && !isRecord(value[lastField]))
      throw new StreamError("malformed", `The event ${type} has no \`${lastField}\`. ${resend}`, { body: value });
    this.#hasEnded = true;
  }

  readWhole(response: object): Fields[] {
    return this.#rules.readWhole(response as Fields);
  }

  checkEnd(): boolean {
    if (this.#withoutType && !this.#hasType) {
      const { typeField } = this.#source.operation.stream!;
      throw new StreamError("malformed", `The stream ended and no event had a \`${typeField}\`. ${resend}`, {
        body: this.#withoutType,
      });
    }
    return this.#hasEnded;
  }

  #typeOf(value: unknown): string | undefined {
    const type = isRecord(value) ? value[this.#source.operation.stream!.typeField!] : undefined;
    return typeof type === "string" ? type : undefined;
  }
}
