import { value, type Check } from "./check.ts";

/** The status of a response. An interim status (1xx) does not end a request. */
export const responseStatus: Check = value(
  (given) => Number.isInteger(given) && Number(given) >= 200 && Number(given) <= 599,
  "an HTTP status from 200 to 599",
);

/** The status of an error. */
export const errorStatus: Check = value(
  (given) => Number.isInteger(given) && Number(given) >= 400 && Number(given) <= 599,
  "an HTTP error status from 400 to 599",
);

/** Whether HTTP forbids a body with this status. */
export function isEmptyStatus(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
