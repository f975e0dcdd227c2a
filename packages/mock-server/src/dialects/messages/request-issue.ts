import { HttpError } from "../../http/http-error.ts";

/** A 400 for a part of the body, with its JSON pointer. */
export function issueAt(pointer: string, message: string): HttpError {
  return new HttpError(400, `${pointer}: ${message}`, { metadata: { issues: [{ in: "body", pointer, message }] } });
}
