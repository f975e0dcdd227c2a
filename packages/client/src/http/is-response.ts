/** Whether a value has what is read of a response. A `Response` of another realm or library has it too. */
export function isResponse(value: unknown): value is Response {
  const { status, headers, text } = (value ?? {}) as Partial<Response>;
  return typeof text === "function" && typeof headers?.get === "function" && Number(status) >= 200;
}
