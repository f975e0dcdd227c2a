import { isWordCharacter } from "./character-set.ts";
import type { Look, Program } from "./program.ts";

/** Counts visited states. May throw. */
export type SpendSteps = (steps: number) => void;

/** A string to run programs over, with the results of its lookarounds. */
interface Subject {
  readonly codes: Uint32Array;
  readonly multiline: boolean;
  readonly spend: SpendSteps;
  readonly looks: Map<Look, Uint8Array>;
}

/**
 * Whether a program matches anywhere in a string. Takes time proportional to the length of the string times the size of
 * the program.
 */
export function runProgram(
  program: Program,
  text: string,
  options: { multiline: boolean; spend: SpendSteps },
): boolean {
  const subject: Subject = { codes: toCodes(text), ...options, looks: new Map() };
  return scan(program, subject, () => true);
}

/**
 * Runs all threads of a program at the same time, one character after the other, with a new thread at each position.
 * Calls `found` at each position where a match ends, until it returns true.
 */
function scan(program: Program, subject: Subject, found: (position: number) => boolean): boolean {
  const { instructions, backward } = program;
  const { codes, spend } = subject;
  const step = backward ? -1 : 1;
  const end = backward ? -1 : codes.length + 1;
  // State → the position of its last visit plus one, so that no state is visited twice at a position.
  const visited = new Uint32Array(instructions.length);
  const stack: number[] = [];
  let current: number[] = [];
  let next: number[] = [];

  for (let position = backward ? codes.length : 0; position !== end; position += step) {
    stack.push(0);
    let matched = follow(position);
    for (const state of next) {
      stack.push(state);
      if (follow(position)) matched = true;
    }
    if (matched && found(position)) return true;
    next.length = 0;
    const code = codes[backward ? position - 1 : position];
    if (code !== undefined)
      for (const state of current) {
        const instruction = instructions[state]!;
        if (instruction.kind === "character" && instruction.set.has(code)) next.push(state + 1);
      }
    spend(current.length + 1);
    current = [];
  }
  return false;

  /** Follows the states on the stack without reading a character. Returns true if a match ends here. */
  function follow(position: number): boolean {
    let matched = false;
    let steps = 0;
    for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
      if (visited[state] === position + 1) continue;
      visited[state] = position + 1;
      steps++;
      const instruction = instructions[state]!;
      switch (instruction.kind) {
        case "character":
          current.push(state);
          break;
        case "split":
          stack.push(instruction.second, instruction.first);
          break;
        case "jump":
          stack.push(instruction.to);
          break;
        case "match":
          matched = true;
          break;
        case "look":
          if ((positionsOf(instruction.look, subject)[position] === 1) !== instruction.look.negated)
            stack.push(state + 1);
          break;
        case "boundary":
          if (isBoundary(codes, position) !== instruction.negated) stack.push(state + 1);
          break;
        case "start":
          if (position === 0 || (subject.multiline && isLineBreak(codes[position - 1]))) stack.push(state + 1);
          break;
        case "end":
          if (position === codes.length || (subject.multiline && isLineBreak(codes[position]))) stack.push(state + 1);
          break;
      }
    }
    spend(steps);
    return matched;
  }
}

/** The positions at which the pattern of a lookaround matches. */
function positionsOf(look: Look, subject: Subject): Uint8Array {
  const known = subject.looks.get(look);
  if (known) return known;
  const positions = new Uint8Array(subject.codes.length + 1);
  scan(look.program, subject, (position) => {
    positions[position] = 1;
    return false;
  });
  subject.looks.set(look, positions);
  return positions;
}

function toCodes(text: string): Uint32Array {
  const codes = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; count++) {
    const code = text.codePointAt(at)!;
    codes[count] = code;
    at += code > 0xffff ? 2 : 1;
  }
  return codes.subarray(0, count);
}

function isBoundary(codes: Uint32Array, position: number): boolean {
  return isWordCharacter(codes[position - 1]) !== isWordCharacter(codes[position]);
}

function isLineBreak(code: number | undefined): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}
