/**
 * Whether a value has the parts of a response that the client reads, including a `Response` of another realm or
 * library.
 */
export function isResponse(value: unknown): value is Response {
  const { status, headers, text } = (value ?? {}) as Partial<Response>;
  return typeof text === "function" && typeof headers?.get === "function" && Number(status) >= 200;
}
