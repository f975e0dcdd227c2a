import { responseSchemas } from "@patchbay/spec/response-schemas";
import { hideDetails } from "./errors/error-view.ts";
import { PatchbayError } from "./errors/errors.ts";
import { checkFunction } from "./options/options.ts";
import { optionsOf } from "./options/read-given.ts";
import { showValue } from "./options/show-value.ts";
import type { ResponseValidator } from "./options/response-validator.ts";

/** An answer that does not obey the contract. It was given by the service all the same; see `value`. */
export class ValidationError extends PatchbayError {
  static override readonly kind = "ValidationError";
  override readonly name = "ValidationError";
  /** What came. */
  readonly value: unknown;
  readonly issues: readonly ValidationIssue[];

  constructor(message: string, value: unknown, issues: readonly ValidationIssue[]) {
    super(message);
    this.value = value;
    this.issues = issues;
    hideDetails(this);
  }
}

/** One place that does not obey the contract. */
export interface ValidationIssue {
  readonly pointer: string;
  readonly message: string;
}

/**
 * Checks every answer and every event of a stream against the contract, unknown fields and unknown words of open sets apart:
 * `warn` writes a line and gives the answer as it is, `strict` throws `ValidationError`.
 *
 * @example
 * ```ts
 * const client = new Patchbay({ validate: responseValidation("strict") });
 * ```
 */
export function responseValidation(
  mode: "warn" | "strict",
  options: { readonly warn?: ((message: string) => void) | undefined } = {},
): ResponseValidator {
  if (mode !== "warn" && mode !== "strict")
    throw new PatchbayError(`The mode of validation must be "warn" or "strict", got ${showValue(mode)}.`);
  const warn = optionsOf("validation", options).warn ?? console.warn;
  checkFunction("warn", warn);
  return (operation, value, kind) => {
    const result = responseSchemas[operation][kind]?.safeParse(value);
    if (!result?.error) return;
    const issues = result.error.issues.map(({ path, message }) => ({
      pointer: `/${path.map(String).join("/")}`,
      message,
    }));
    const told = issues
      .slice(0, 5)
      .map(({ pointer, message }) => `${pointer}: ${message}`)
      .join("; ");
    const message = `The ${kind} of ${operation} does not obey the contract: ${told}`;
    if (mode === "strict") throw new ValidationError(message, value, issues);
    warn(message);
  };
}
