/** A cell: numbers and amounts are written unchanged, other text is escaped. */
export type Cell = string | number | { readonly amount: string };

/**
 * One record of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula gets a leading apostrophe: names of
 * models and keys come from strangers.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(toField).join(",")}\r\n`;
}

function toField(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object") return cell.amount;
  // Spreadsheets skip white space and line breaks before a formula.
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
