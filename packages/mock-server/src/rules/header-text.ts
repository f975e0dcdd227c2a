/** A text as the value of a header, which holds printable ASCII only. At most 1000 characters. */
export function headerText(text: string): string {
  return text
    .replaceAll(/[^\x20-\x7e]/g, "?")
    .slice(0, 1000)
    .trim();
}
