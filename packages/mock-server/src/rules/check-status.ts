import { value, type Check } from "./check.ts";

/** A status that an answer can have. An interim status (1xx) is not an answer. */
export const answerStatus: Check = value(
  (given) => Number.isInteger(given) && Number(given) >= 200 && Number(given) <= 599,
  "an HTTP status from 200 to 599",
);

/** A status of a failure. */
export const errorStatus: Check = value(
  (given) => Number.isInteger(given) && Number(given) >= 400 && Number(given) <= 599,
  "an HTTP status of a failure, from 400 to 599",
);

/** Whether HTTP allows no body with this status. */
export function isEmptyStatus(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
