import { readErrorResponse, type ApiErrorInit, type ErrorFacts } from "./error-response.ts";
import { hideDetails } from "./error-view.ts";
import { PatchbayError } from "./patchbay-error.ts";

/** The constructor reads its facts from the response. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the constructor assigns every fact
export interface ApiError extends ErrorFacts {}

/**
 * The API returned an error: as a status, in the body of a 200, in a choice or in a stream. Branch on `code`; the message
 * is for people.
 *
 * @example
 * ```ts
 * if (error instanceof ApiError && error.code === "insufficient_credits") topUp();
 * ```
 */
export class ApiError extends PatchbayError {
  static override readonly kind = "ApiError";
  override readonly name = "ApiError";

  constructor(init: ApiErrorInit) {
    const { message, ...facts } = readErrorResponse(init);
    super(message, { cause: init.cause });
    Object.assign(this, facts);
    hideDetails(this);
  }
}
