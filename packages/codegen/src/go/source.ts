/** A string as Go source. */
export function toGoString(text: string): string {
  // JSON escapes are valid in Go. JSON.stringify does not escape these two characters.
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** JSON as a Go string, raw if possible. */
export function toJsonString(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes("`") || text.includes("\\") ? toGoString(text) : `\`${text}\``;
}

export function toStrings(values: readonly string[]): string {
  return `[]string{${values.map(toGoString).join(", ")}}`;
}

export function toInts(values: readonly number[]): string {
  return `[]int{${values.join(", ")}}`;
}

/** A composite literal. Fields that are undefined, and zero values, are left out. */
export function toLiteral(type: string, fields: Readonly<Record<string, string | undefined>>): string {
  const zero = new Set(["", '""', "0", "false", "nil"]);
  const printed = Object.entries(fields)
    .filter(([, value]) => value !== undefined && !zero.has(value))
    .map(([name, value]) => `${name}: ${value}`);
  return printed.length > 3 ? `${type}{\n${printed.join(",\n")},\n}` : `${type}{${printed.join(", ")}}`;
}

/** A list or a map literal with one item on each line. */
export function toList(type: string, items: readonly string[]): string {
  return items.length === 0 ? `${type}{}` : `${type}{\n${items.join(",\n")},\n}`;
}

/** A map literal with string keys. */
export function toMap(type: string, entries: Readonly<Record<string, string>>): string {
  return toList(
    type,
    Object.entries(entries).map(([key, value]) => `${toGoString(key)}: ${value}`),
  );
}
