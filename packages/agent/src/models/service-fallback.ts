/**
 * Whether the service answered with another model than the first one of a list; undefined when it did not, or nobody can say. The
 * name of an answer may have a date or a variant that the name asked for has not.
 */
export function serviceFellBack(models: readonly string[], answered: string): "service" | undefined {
  const best = models
    .map((model, index) => ({ model, index, base: baseOf(model) }))
    .filter(({ base }) => baseOf(answered).startsWith(base))
    .toSorted((a, b) => b.base.length - a.base.length || rank(a.model) - rank(b.model) || a.index - b.index)[0];
  return best && best.index > 0 ? "service" : undefined;

  /** Of two variants, the one that is named in the answer. */
  function rank(model: string): number {
    return answered.includes(":") && answered === model ? 0 : 1;
  }
}

/** The name without its variant. */
function baseOf(model: string): string {
  return model.replace(/:[^:/]*$/, "");
}
