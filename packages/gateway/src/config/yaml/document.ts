import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";
import { formatPath, type Path, type Problem } from "./problem.ts";

/** Largest file in characters. */
const mostCharacters = 2_000_000;
/** Nodes that aliases may expand to. A file without aliases stays far below. */
const mostNodes = 200_000;
const mostDepth = 40;

/** A parsed YAML document, whose values know their positions. */
export interface YamlDocument {
  /** `undefined` for an empty document, and for one with errors of syntax. */
  readonly root: YamlNode | undefined;
  /** Errors of syntax. */
  readonly problems: readonly Problem[];
  /** Creates a problem at a value, or at the nearest value around it that exists. */
  readonly problemAt: (path: Path, message: string, options?: ProblemOptions) => Problem;
}

export interface ProblemOptions {
  /** Default: `error`. */
  readonly severity?: Problem["severity"];
  /** Whether it concerns the key rather than the value. */
  readonly atKey?: boolean;
}

/** A value of a document, with aliases resolved. Keys of a map are text. */
export type YamlNode =
  | { readonly type: "map"; readonly entries: ReadonlyMap<string, YamlEntry>; readonly offset: number }
  | { readonly type: "list"; readonly items: readonly YamlNode[]; readonly offset: number }
  | {
      readonly type: "scalar";
      readonly value: string | number | bigint | boolean | null;
      /** The text in the file of an unquoted scalar, otherwise its value as text. */
      readonly source: string;
      readonly offset: number;
    };

interface YamlEntry {
  readonly value: YamlNode;
  readonly keyOffset: number;
}

/**
 * Parses a YAML document, or JSON, which is valid YAML. The text is untrusted: its size, its depth and the expansion of its
 * aliases are limited, tags are refused, and keys never become properties. Never throws.
 */
export function parseYaml(text: string, file: string): YamlDocument {
  const positionOf = createPositionOf(text);
  const fail = (offset: number, message: string): YamlDocument => {
    const position = positionOf(offset);
    const problem: Problem = { severity: "error", file, ...position, path: "", message };
    return { root: undefined, problems: [problem], problemAt: () => problem };
  };
  if (text.length > mostCharacters)
    return fail(0, `the file has ${text.length} characters, more than ${mostCharacters}. Use a smaller file.`);
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: "silent", merge: false });
    const [broken] = document.errors;
    if (broken) return fail(broken.pos[0], sentence(broken.message));
    const [warned] = document.warnings;
    if (warned) return fail(warned.pos[0], sentence(warned.message));
    const root = document.contents === null ? undefined : createReader()(document.contents, 0);
    return { root, problems: [], problemAt: createProblemAt(root, positionOf, file) };
  } catch (error) {
    if (error instanceof Refusal) return fail(error.offset, error.message);
    return fail(0, `the file cannot be parsed: ${sentence((error as Error).message)}`);
  }
}

/** A document that is refused. */
class Refusal extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Reads nodes in the order of the document, with the anchors seen so far: to search the document for each alias would take
 * quadratic time. An aliased value is read once, and counts with its full size wherever it is used.
 */
function createReader(): (node: unknown, depth: number) => YamlNode {
  const anchors = new Map<string, { readonly value: YamlNode; readonly size: number } | "in progress">();
  let used = 0;
  const use = (count: number, offset: number): void => {
    used += count;
    if (used > mostNodes)
      throw new Refusal(offset, "the aliases of the file expand to too many values. Use fewer aliases.");
  };
  const read = (node: unknown, depth: number): YamlNode => {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    if (depth > mostDepth) throw new Refusal(offset, `the value is nested more than ${mostDepth} levels deep.`);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      const problem =
        target === undefined ? `there is no anchor &${node.source} before it.` : "it is a part of its own anchor.";
      if (target === undefined || target === "in progress")
        throw new Refusal(offset, `the alias *${node.source} cannot be resolved: ${problem}`);
      use(target.size, offset);
      return target.value;
    }
    const before = used;
    use(1, offset);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, "in progress");
    const value = readContent(node, offset, depth, read);
    if (anchor !== undefined) anchors.set(anchor, { value, size: used - before });
    return value;
  };
  return read;
}

function readContent(
  node: unknown,
  offset: number,
  depth: number,
  read: (node: unknown, depth: number) => YamlNode,
): YamlNode {
  if (isSeq(node)) return { type: "list", items: node.items.map((item) => read(item, depth + 1)), offset };
  if (!isMap(node)) return { type: "scalar", ...scalarOf(node), offset };
  const entries = new Map<string, YamlEntry>();
  for (const { key, value } of node.items) {
    const keyOffset = (key as Node | null)?.range?.[0] ?? offset;
    if (!isScalar(key)) throw new Refusal(keyOffset, "expected a name as a key, got a list, a map or an alias.");
    const name = typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
    entries.set(name, { value: read(value, depth + 1), keyOffset });
  }
  return { type: "map", entries, offset };
}

function scalarOf(node: unknown): Pick<YamlNode & { type: "scalar" }, "value" | "source"> {
  const value = isScalar(node) ? node.value : null;
  const known = ["string", "number", "bigint", "boolean"].includes(typeof value);
  const plain = isScalar(node) && node.type === "PLAIN" ? node.source : undefined;
  return { value: known ? (value as string) : null, source: plain ?? (value === null ? "" : String(value)) };
}

function createProblemAt(root: YamlNode | undefined, positionOf: PositionOf, file: string) {
  return (path: Path, message: string, { severity = "error", atKey = false }: ProblemOptions = {}): Problem => {
    const offset = offsetAt(root, path, atKey);
    return { severity, file, ...positionOf(offset), path: formatPath(path), message };
  };
}

function offsetAt(root: YamlNode | undefined, path: Path, atKey: boolean): number {
  let node = root;
  let offset = root?.offset ?? 0;
  for (const [index, part] of path.entries()) {
    const entry = node?.type === "map" ? node.entries.get(String(part)) : undefined;
    node = node?.type === "list" ? node.items[Number(part)] : entry?.value;
    if (node === undefined) break;
    offset = entry && atKey && index === path.length - 1 ? entry.keyOffset : node.offset;
  }
  return offset;
}

type PositionOf = (offset: number) => { readonly line: number; readonly column: number };

/** Lines as editors count them. The line counter of the parser counts a lone carriage return differently. */
function createPositionOf(text: string): PositionOf {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  return (offset) => {
    const inside = Math.min(offset, text.length);
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= inside) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: inside - starts[low]! + 1 };
  };
}

function sentence(message: string): string {
  return message.endsWith(".") ? message : `${message}.`;
}
