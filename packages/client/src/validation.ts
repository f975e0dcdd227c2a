import { responseSchemas } from "@patchbay/spec/response-schemas";
import { hideDetails } from "./errors/error-view.ts";
import { PatchbayError } from "./errors/patchbay-error.ts";
import { callback } from "./options/checks.ts";
import { optionsOf } from "./options/read-given.ts";
import { showValue } from "./options/show-value.ts";
import type { ResponseValidator } from "./options/response-validator.ts";

/**
 * A response or event that does not match the contract. `value` contains it.
 *
 * @example
 * ```ts
 * if (error instanceof ValidationError) console.log(error.issues[0]?.pointer, error.value);
 * ```
 */
export class ValidationError extends PatchbayError {
  static override readonly kind = "ValidationError";
  override readonly name = "ValidationError";
  /** The response or event. */
  readonly value: unknown;
  readonly issues: readonly ValidationIssue[];

  constructor(message: string, value: unknown, issues: readonly ValidationIssue[]) {
    super(message);
    this.value = value;
    this.issues = issues;
    hideDetails(this);
  }
}

/** One violation of the contract. */
export interface ValidationIssue {
  /** JSON Pointer into the value. */
  readonly pointer: string;
  readonly message: string;
}

/**
 * Creates a validator that checks every response and stream event against the contract. Unknown fields and unknown
 * values of open enums are allowed. `"warn"` writes one line to `warn` (default: `console.warn`) and returns the
 * response unchanged; `"error"` throws a `ValidationError`.
 *
 * @throws PatchbayError when the level or `warn` is not valid
 * @example
 * ```ts
 * const client = new Patchbay({ validate: responseValidation("error") });
 * ```
 */
export function responseValidation(
  level: "warn" | "error",
  options: { readonly warn?: ((message: string) => void) | undefined } = {},
): ResponseValidator {
  if (level !== "warn" && level !== "error")
    throw new PatchbayError(
      `The level of responseValidation must be "warn" or "error", got ${showValue(level)}.${(level as unknown) === "strict" ? ' "strict" was renamed to "error".' : ""}`,
    );
  const warn = optionsOf("responseValidation", options).warn ?? console.warn;
  callback("warn", warn);
  return (operation, value, kind) => {
    const result = responseSchemas[operation][kind]?.safeParse(value);
    if (!result?.error) return;
    const issues = result.error.issues.map(({ path, message }) => ({
      pointer: `/${path.map(String).join("/")}`,
      message,
    }));
    const summary = issues
      .slice(0, 5)
      .map(({ pointer, message }) => `${pointer}: ${message}`)
      .join("; ");
    const message = `The ${kind} of ${operation} does not match the contract: ${summary}`;
    if (level === "error") throw new ValidationError(message, value, issues);
    warn(message);
  };
}
