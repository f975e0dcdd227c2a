/** A value of JSON as Python source. Undefined members are not printed; lists are tuples. */
export function toSource(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return toString(value);
  if (Array.isArray(value)) return `(${value.map(toSource).join(", ")}${value.length === 1 ? "," : ""})`;
  const entries = Object.entries(value as object).filter(([, item]) => item !== undefined);
  return `{${entries.map(([key, item]) => `${toString(key)}: ${toSource(item)}`).join(", ")}}`;
}

/** A value of JSON as Python source, with lists as a caller writes them. */
export function toCallSource(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCallSource).join(", ")}]`;
  if (typeof value !== "object" || value === null) return toSource(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${toString(key)}: ${toCallSource(item)}`)
    .join(", ")}}`;
}

function toString(value: string): string {
  return JSON.stringify(value);
}

/** Keyword arguments; undefined ones are left out. */
export function toArguments(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join(", ");
}

/** The lines of a text, indented. Empty lines stay empty. */
export function indent(text: string, by = "    "): string {
  return text.replaceAll(/^(?=.)/gm, by);
}

/** A docstring; no lines if the text is empty. */
export function toDocstring(text: string): string {
  if (text === "") return "";
  const body = toPythonWords(text).replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"');
  const isLong = body.includes("\n");
  const end = isLong ? "\n" : body.endsWith('"') ? " " : "";
  return `"""${body}${end}"""\n`;
}

/** The values of JSON in a text of the contract, as Python spells them. */
function toPythonWords(text: string): string {
  return text
    .replaceAll(/\bnull\b/g, "None")
    .replaceAll(/\b(Default: |otherwise )(true|false)\b/g, (_, start: string, value: string) =>
      value === "true" ? `${start}True` : `${start}False`,
    );
}

/** Text in lines of at most this length. The lines of a paragraph are joined first; lists keep their lines. */
export function wrap(text: string, width: number): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll(/\n(?![-*|] )/g, " "))
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map((line) => wrapLine(line, width))
        .join("\n"),
    )
    .join("\n\n");
}

function wrapLine(line: string, width: number): string {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/ +/)) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current].join("\n");
}
