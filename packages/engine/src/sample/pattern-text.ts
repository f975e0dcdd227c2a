import type { CharacterSet } from "../pattern/character-set.ts";
import { parsePattern, PatternError, type PatternNode } from "../pattern/parse.ts";
import type { Random } from "../data/random.ts";

interface Limits {
  readonly least: number;
  /** Spends characters of the budget before they are generated. */
  readonly spend: (characters: number) => void;
}

/** The number of strings per pattern with characters from its lookaheads mixed in. */
const mostTexts = 80;

/**
 * Generates strings from a regular expression, of about the wanted length. Lookarounds and inner anchors are ignored,
 * so each string must be tested; later ones contain characters from the lookaheads, as in `^(?=.*\d)[a-z\d]+$`.
 */
export function* textsOf(source: string, random: Random, limits: Limits): Generator<string> {
  const root = tryParse(source);
  if (!root) return;
  const wanted = looksIn(root).flatMap(charactersIn);
  for (let count = 0; count < mostTexts; count++) {
    const text = write(root, random, { plain: count % 4 === 3, varied: wanted.length > 0 && count % 2 === 1 }, limits);
    yield count % 4 < 2 || wanted.length === 0 ? text : mixed(text, wanted, random);
    // Without a lookaround either every string matches or none does: only the length may be wrong.
    if (wanted.length === 0 && count >= 20) return;
  }
}

/** The pattern that was parsed last. The items of an array share it. */
let last: { readonly source: string; readonly root: PatternNode | undefined } | undefined;

function tryParse(source: string): PatternNode | undefined {
  if (last?.source !== source) last = { source, root: parse(source) };
  return last.root;
}

function parse(source: string): PatternNode | undefined {
  try {
    return parsePattern(source, "u");
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

interface Style {
  /** Whether to use the fewest repetitions everywhere. */
  readonly plain: boolean;
  /** Whether to use characters of all kinds, for patterns whose lookaheads require some of each. */
  readonly varied: boolean;
}

function write(root: PatternNode, random: Random, { plain, varied }: Style, { least, spend }: Limits): string {
  const pieces: string[] = [];
  // Characters missing to the wanted length. Repetitions fill them up.
  let missing = Math.max(least - lengthOf(root), 0);
  const add = (node: PatternNode): void => {
    switch (node.kind) {
      case "character": {
        spend(1);
        const characters = varied ? node.set.variety : node.set.examples;
        if (characters.length > 0) pieces.push(characters[Math.floor(random() * characters.length)]!);
        return;
      }
      case "sequence":
        return node.parts.forEach(add);
      case "choice":
        return add(node.parts[Math.floor(random() * node.parts.length)]!);
      case "repeat": {
        const more = missing > 0 ? Math.ceil(missing / Math.max(lengthOf(node.node), 1)) : 0;
        const some = plain || missing > 0 ? 0 : Math.floor(random() * 4);
        const times = Math.min(node.least + more + some, Math.max(node.most, node.least));
        missing -= (times - node.least) * lengthOf(node.node);
        spend(times);
        for (let count = 0; count < times; count++) add(node.node);
        return;
      }
      default:
    }
  };
  add(root);
  return pieces.join("");
}

/** The fewest characters that a part of a pattern matches. */
function lengthOf(node: PatternNode): number {
  const known = lengths.get(node);
  if (known !== undefined) return known;
  const length = measure(node);
  lengths.set(node, length);
  return length;
}

const lengths = new WeakMap<PatternNode, number>();

function measure(node: PatternNode): number {
  switch (node.kind) {
    case "character":
      return 1;
    case "sequence":
      return node.parts.reduce((sum, part) => sum + lengthOf(part), 0);
    case "choice":
      return Math.min(...node.parts.map(lengthOf));
    case "repeat":
      return node.least * lengthOf(node.node);
    default:
      return 0;
  }
}

/** The character sets that the positive lookarounds of a pattern require. */
function looksIn(node: PatternNode): PatternNode[] {
  switch (node.kind) {
    case "look":
      return node.negated ? [] : [node.node];
    case "sequence":
    case "choice":
      return node.parts.flatMap(looksIn);
    case "repeat":
      return looksIn(node.node);
    default:
      return [];
  }
}

function charactersIn(node: PatternNode): CharacterSet[] {
  switch (node.kind) {
    case "character":
      return [node.set];
    case "sequence":
    case "choice":
      return node.parts.flatMap(charactersIn);
    case "repeat":
    case "look":
      return charactersIn(node.node);
    default:
      return [];
  }
}

/** The string with a character of every wanted set inserted. */
function mixed(text: string, wanted: readonly CharacterSet[], random: Random): string {
  const characters = Array.from(text);
  if (characters.length === 0) return text;
  for (const { examples } of wanted.slice(0, 100)) {
    if (examples.length === 0) continue;
    characters[Math.floor(random() * characters.length)] = examples[Math.floor(random() * examples.length)]!;
  }
  return characters.join("");
}
