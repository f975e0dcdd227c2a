import { withoutVariant } from "../text/model-id.ts";

/**
 * Whether the API answered with another model than the first of the list; `undefined` if it did not, or if that is
 * unknown. The model of a response can have a date or a variant that the request does not have.
 */
export function serviceFellBack(models: readonly string[], answered: string): "service" | undefined {
  const best = models
    .map((model, index) => ({ model, index, base: withoutVariant(model) }))
    .filter(({ base }) => withoutVariant(answered).startsWith(base))
    .toSorted((a, b) => b.base.length - a.base.length || rank(a.model) - rank(b.model) || a.index - b.index)[0];
  return best && best.index > 0 ? "service" : undefined;

  /** Of two variants, the one that the response names. */
  function rank(model: string): number {
    return answered.includes(":") && answered === model ? 0 : 1;
  }
}
