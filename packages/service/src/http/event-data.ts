/** The data of the text of one server-sent event, with or without a line for its name. `undefined` for a comment. */
export function eventData(text: string): string | undefined {
  const start = text.startsWith("event: ") ? text.indexOf("\n") + 1 : 0;
  return text.startsWith("data: ", start) ? text.slice(start + 6).trim() : undefined;
}
