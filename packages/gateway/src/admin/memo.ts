const mostEntries = 200;

export interface MemoOptions<Input> {
  /** Milliseconds that a result is shared. */
  readonly ttlMs: number;
  readonly now: () => number;
  /** Inputs with the same text have the same result. Default: their JSON. */
  readonly keyOf?: (input: Input) => string;
}

/**
 * Shares the result of a call among callers for `ttlMs`, so that ten open dashboards cost the database as much as one. A failed
 * call is not kept.
 */
export function memo<Input, Output>(
  run: (input: Input) => Promise<Output>,
  { ttlMs, now, keyOf = (input) => JSON.stringify(input) }: MemoOptions<Input>,
): (input: Input) => Promise<Output> {
  const entries = new Map<string, { readonly until: number; readonly output: Promise<Output> }>();
  return (input) => {
    const key = keyOf(input);
    const time = now();
    const entry = entries.get(key);
    if (entry && entry.until > time) return entry.output;
    const output = run(input);
    entries.delete(key);
    entries.set(key, { until: time + ttlMs, output });
    const [oldest] = entries.keys();
    if (entries.size > mostEntries && oldest !== undefined) entries.delete(oldest);
    output.catch(() => {
      if (entries.get(key)?.output === output) entries.delete(key);
    });
    return output;
  };
}
