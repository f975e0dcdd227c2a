/** One reason why nothing is generated: where, which rule, what is wrong. */
export interface Problem {
  /** Path of the file, relative to the contract's folder. */
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** The contract is broken; lists every problem found. */
export class ContractError extends Error {
  override readonly name = "ContractError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, rule, message }) => `${file}:${line}  ${rule}  ${message}`).join("\n"));
    this.problems = problems;
  }
}
