/** Keys and indexes from the root of a document to a value. */
export type Path = readonly (string | number)[];

/** A mistake in a configuration file. */
export interface Problem {
  readonly severity: "error" | "warning";
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Such as `models[0].endpoints[1].price`; empty for the document itself. */
  readonly path: string;
  readonly message: string;
}

/** Such as `gateway.yaml:12:5 providers.local.kind: expected …`. */
export function formatProblem({ file, line, column, path, message, severity }: Problem): string {
  const place = `${file}:${line}:${column}${path === "" ? "" : ` ${path}`}`;
  return `${place}: ${severity === "warning" ? "warning: " : ""}${message}`;
}

/** The path in the form of JavaScript: `models[0].price`. */
export function formatPath(path: Path): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
  return text.startsWith(".") ? text.slice(1) : text;
}

/** A configuration that cannot be used. Its message has one line for each problem; it contains no secrets. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  /** All errors and warnings, in the order of the file. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(formatProblem).join("\n"), options);
    this.problems = problems;
  }
}
