import type { CharacterSet } from "./character-set.ts";
import { PatternError, type PatternNode } from "./parse.ts";

/** One state of the automaton. `split` continues at both targets, the others at the next state. */
type Instruction =
  | { readonly kind: "character"; readonly set: CharacterSet }
  | { kind: "split"; first: number; second: number }
  | { kind: "jump"; to: number }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "boundary"; readonly negated: boolean }
  | { readonly kind: "look"; readonly look: Look }
  | { readonly kind: "match" };

/** An automaton that reads a string forward, or backward for a lookahead. */
export interface Program {
  readonly instructions: readonly Instruction[];
  readonly backward: boolean;
}

/** A lookahead or lookbehind. Its program runs once over the string and finds every position at which it matches. */
export interface Look {
  readonly program: Program;
  readonly negated: boolean;
}

/** The most states of a program. Counts such as `{100}` are expanded. */
const mostStates = 100_000;

/**
 * Compiles a pattern to a nondeterministic automaton (Thompson's construction). Throws a `PatternError` above 100,000
 * states.
 */
export function compile(root: PatternNode, backward = false): Program {
  const instructions: Instruction[] = [];
  emit(root);
  push({ kind: "match" });
  return { instructions, backward };

  function push(instruction: Instruction): number {
    if (instructions.length >= mostStates)
      throw new PatternError(`needs more than ${mostStates} states. Use smaller counts`);
    return instructions.push(instruction) - 1;
  }

  function emit(node: PatternNode): void {
    switch (node.kind) {
      case "sequence":
        for (const part of backward ? node.parts.toReversed() : node.parts) emit(part);
        return;
      case "choice":
        return emitChoice(node.parts);
      case "repeat":
        return emitRepeat(node.node, node.least, node.most);
      case "look":
        // A lookahead at a position is a match that ends there when the string is read backward, and vice versa.
        push({ kind: "look", look: { program: compile(node.node, !node.behind), negated: node.negated } });
        return;
      default:
        push(node);
    }
  }

  function emitChoice(parts: readonly PatternNode[]): void {
    const jumps: number[] = [];
    for (const [index, part] of parts.entries()) {
      if (index === parts.length - 1) {
        emit(part);
        continue;
      }
      const split = push({ kind: "split", first: instructions.length + 1, second: 0 });
      emit(part);
      jumps.push(push({ kind: "jump", to: 0 }));
      (instructions[split] as { second: number }).second = instructions.length;
    }
    for (const jump of jumps) (instructions[jump] as { to: number }).to = instructions.length;
  }

  function emitRepeat(node: PatternNode, least: number, most: number): void {
    // Copies of an empty node add no state, so their count must be limited as well.
    for (let count = 0; count < least; count++) {
      const before = instructions.length;
      emit(node);
      if (instructions.length === before) break;
    }
    if (most === Infinity) {
      const split = push({ kind: "split", first: instructions.length + 1, second: 0 });
      emit(node);
      push({ kind: "jump", to: split });
      (instructions[split] as { second: number }).second = instructions.length;
      return;
    }
    const splits: number[] = [];
    for (let count = least; count < most; count++) {
      splits.push(push({ kind: "split", first: instructions.length + 1, second: 0 }));
      emit(node);
    }
    for (const split of splits) (instructions[split] as { second: number }).second = instructions.length;
  }
}
