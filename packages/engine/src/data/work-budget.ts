/** The limits of a piece of work. */
export interface WorkLimits {
  /** Created values: objects, arrays and leaves. */
  readonly values: number;
  /** Characters of created strings and names. */
  readonly characters: number;
  /** Elementary steps: keywords read, regular expression states visited, members compared. */
  readonly steps: number;
}

/** Enough for every schema that a provider accepts; a few dozen milliseconds of work. */
const sampleLimits: WorkLimits = { values: 10_000, characters: 250_000, steps: 2_000_000 };

/** Thrown when work that depends on a caller's input would exceed its limits. */
export class WorkLimitError extends Error {
  override readonly name = "WorkLimitError";
  /** JSON pointer to the part of the schema that exceeds the limit. */
  readonly pointer: string;

  constructor(pointer: string, message: string) {
    super(message);
    this.pointer = pointer;
  }
}

/** A JSON pointer, or a function that creates it on demand. */
type Pointer = string | (() => string);

/** Counts work against its limits. `spend` throws a `WorkLimitError` before the limit is exceeded. */
export class WorkBudget {
  readonly limits: WorkLimits;
  readonly #left: { values: number; characters: number; steps: number };

  constructor(limits: WorkLimits = sampleLimits) {
    this.limits = limits;
    this.#left = { ...limits };
  }

  /** Spends an amount. If less remains, fails at once, before any of the work is done. */
  spend(kind: keyof WorkLimits, amount: number, pointer: Pointer = ""): void {
    this.ensure(kind, amount, pointer);
    this.#left[kind] -= amount;
  }

  /** Throws like `spend` if less than an amount remains, but spends nothing. */
  ensure(kind: keyof WorkLimits, amount: number, pointer: Pointer = ""): void {
    if (amount <= this.#left[kind]) return;
    throw new WorkLimitError(typeof pointer === "string" ? pointer : pointer(), this.#explain(kind));
  }

  #explain(kind: keyof WorkLimits): string {
    const limit = this.limits[kind].toLocaleString("en-US");
    return `the schema asks for more than ${limit} ${kind}${kind === "steps" ? " of work" : ""}, the limit of this server. Make the schema smaller`;
  }
}
