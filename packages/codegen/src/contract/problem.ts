/** A violation of a rule of the contract. A single problem prevents generation. */
export interface Problem {
  /** Path of the file, relative to the contract's folder. */
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** The contract is invalid. The message has one line for each problem. */
export class ContractError extends Error {
  override readonly name = "ContractError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, rule, message }) => `${file}:${line}  ${rule}  ${message}`).join("\n"));
    this.problems = problems;
  }
}
