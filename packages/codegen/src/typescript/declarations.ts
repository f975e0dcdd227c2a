/** One declaration at the top level of compiled code. */
export interface Declaration {
  readonly name: string;
  readonly text: string;
}

/** The declarations of compiled code, which is one line of statements. */
export function declarationsOf(code: string): Declaration[] {
  const found: Declaration[] = [];
  const start = /\s*(?:const (\w+) = |function (\w+)\()/y;
  for (let at = 0; at < code.trimEnd().length;) {
    start.lastIndex = at;
    const match = start.exec(code);
    if (!match) throw new Error(`The validators have an unknown statement: ${code.slice(at, at + 60)}`);
    const [, constant, fn] = match;
    const end = fn === undefined ? endOfStatement(code, start.lastIndex) : endOf(code, code.indexOf("{", at));
    found.push({ name: constant ?? fn!, text: code.slice(at, end).trim() });
    at = end;
  }
  return found;
}

/** The names of the declarations that some of them use, directly or indirectly, and their own. */
export function reachableFrom(names: readonly string[], declarations: ReadonlyMap<string, string>): Set<string> {
  const reached = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    for (const [used] of declarations.get(name)!.matchAll(/[A-Za-z_$][\w$]*/g))
      if (declarations.has(used)) open.push(used);
  }
  return reached;
}

/** The index after the bracket that closes the one at an index. */
function endOf(code: string, from: number): number {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    const character = code[at]!;
    if (character === '"') at = endOfText(code, at);
    else if ("([{".includes(character)) depth++;
    else if (")]}".includes(character) && --depth === 0) return at + 1;
  }
  throw new Error(`The validators have an open bracket: ${code.slice(from, from + 60)}`);
}

/** The index after the semicolon that ends a statement. */
function endOfStatement(code: string, from: number): number {
  for (let at = from; at < code.length; at++) {
    const character = code[at]!;
    if (character === ";") return at + 1;
    if (character === '"') at = endOfText(code, at);
    else if ("([{".includes(character)) at = endOf(code, at) - 1;
  }
  throw new Error(`The validators have an open statement: ${code.slice(from, from + 60)}`);
}

/** The index of the quotation mark that ends a text. */
function endOfText(code: string, from: number): number {
  let at = from + 1;
  while (code[at] !== '"') at += code[at] === "\\" ? 2 : 1;
  return at;
}
