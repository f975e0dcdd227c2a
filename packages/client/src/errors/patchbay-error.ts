import type { ChatCompletion, MessagesResponse, ResponseObject } from "@patchbay/spec";
import { factsOf, inspectError } from "./error-view.ts";

type InspectArguments = [depth: number, options: object, inspect: Parameters<typeof inspectError>[3]];

/** What arrived of a response of a model: of a chat completion, of the Responses API, or of the Messages API. */
export type PartialResponse = ChatCompletion | ResponseObject | MessagesResponse;

/**
 * The base class of every error of this package, and the error of invalid options and arguments. Two errors are not
 * wrapped: the reason of the caller's own abort signal, and what the caller's own functions throw. `instanceof` works
 * across two installed copies of the package.
 *
 * @example
 * ```ts
 * if (error instanceof PatchbayError) console.log(error.message, error.attempts);
 * ```
 */
export class PatchbayError extends Error {
  /** Identifies the class across copies of the package, for `instanceof`. */
  static readonly kind: string = "PatchbayError";
  override readonly name: string = "PatchbayError";
  /** How many times the request was sent; 0 if the error came before the first attempt. */
  declare attempts: number;
  /** The part of a response that was received before the failure, with its usage if the API reported it. */
  declare partial: PartialResponse | undefined;

  static {
    // A default on the prototype is not an own field, so it is not printed.
    this.prototype.attempts = 0;
  }

  constructor(message?: string, options?: ErrorOptions) {
    super(message, options?.cause === undefined ? undefined : options);
    Object.defineProperty(this, "partial", { value: undefined, writable: true, configurable: true });
  }

  /** The facts of the error, for logs: no headers, bodies or completions. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...factsOf(this) };
  }

  /** What `console.log` shows: the stack and the facts. */
  [Symbol.for("nodejs.util.inspect.custom")](...[depth, options, inspect]: InspectArguments): string {
    return inspectError(this, depth, options, inspect);
  }

  static override [Symbol.hasInstance](
    this: { readonly kind?: string; readonly prototype: object },
    value: unknown,
  ): boolean {
    if (typeof value !== "object" || value === null) return false;
    if (Object.prototype.isPrototypeOf.call(this.prototype, value)) return true;
    // A caller's own subclass has no copies.
    return Object.hasOwn(this, "kind") && isOfKind(value, this.kind!);
  }
}

/**
 * Whether a value is an error of the class with this name, of any copy of the package. Unlike `instanceof`, it does not
 * need the class, which a bundle may not have loaded.
 */
export function isOfKind(value: unknown, kind: string): boolean {
  for (
    let at: unknown = value instanceof Error && value.constructor;
    typeof at === "function";
    at = Object.getPrototypeOf(at)
  )
    if (Object.hasOwn(at, "kind") && (at as { kind?: unknown }).kind === kind) return true;
  return false;
}
