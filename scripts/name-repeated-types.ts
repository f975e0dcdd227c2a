/**
 * Shortens the declarations of zod schemas. The compiler prints a schema inside another one in full, and so on through all
 * levels; the result says `typeof zName` in its place, which is the same type. Takes and returns the text of a `.d.ts` file.
 */
export function nameRepeatedTypes(text: string): string {
  const names = new Map<string, string>();
  // Without indentation a type has the same text at every depth.
  const [head, ...declarations] = text.replaceAll(/^ +/gm, "").split(/^(?=export declare const )/m);
  const short = declarations.map((declaration) => {
    const [, before, name = "", type] = /^(export declare const (\w+): )(z\.\w+<.*>);\n*$/s.exec(declaration) ?? [];
    if (type === undefined) return declaration;
    const known = names.get(type);
    if (known !== undefined) return `${before}typeof ${known};\n`;
    names.set(type, name);
    return `${before}${shorten(type, names)};\n`;
  });
  return indent([head, ...short].join(""));
}

/** Replaces the named types inside a type, the outermost first. */
function shorten(type: string, names: ReadonlyMap<string, string>): string {
  let result = "";
  let from = 0;
  for (const { index } of type.matchAll(/z\.\w+</g)) {
    if (index < from) continue;
    const end = endOf(type, index);
    const name = index === 0 ? undefined : names.get(type.slice(index, end));
    if (name === undefined) continue;
    result += `${type.slice(from, index)}typeof ${name}`;
    from = end;
  }
  return result + type.slice(from);
}

/** The position after the bracket that closes the type arguments of the type at a position. */
function endOf(type: string, start: number): number {
  let depth = 0;
  for (const { 0: token, index } of type.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|=>|[<>]/g)) {
    if (token === "<") depth++;
    if (token === ">" && --depth === 0) return start + index + 1;
  }
  throw new Error(`The type has no end: ${type.slice(start, start + 80)}`);
}

function indent(text: string): string {
  let depth = 0;
  return text.replaceAll(/^.+$/gm, (line) => {
    if (line.startsWith("}")) depth--;
    const indented = "    ".repeat(depth) + line;
    if (line.endsWith("{")) depth++;
    return indented;
  });
}
