/** Converts text to a header value: printable ASCII, up to 1,000 characters. */
export function headerText(text: string): string {
  return text
    .replaceAll(/[^\x20-\x7e]/g, "?")
    .slice(0, 1000)
    .trim();
}
