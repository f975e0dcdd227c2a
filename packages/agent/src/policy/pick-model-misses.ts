import type { Model } from "@patchbay/client";
import type { ModelCatalog, ModelFilter } from "@patchbay/client/catalog";

/** A candidate model, and the first requirement that it does not meet. */
export interface Miss {
  readonly model: Model;
  readonly need: string;
  readonly why: string;
  /** The number of requirements that it met before. */
  readonly met: number;
  /** How far it is from meeting this one; smaller is nearer. */
  readonly distance: number;
}

/** Explains why no model fits: how many models each requirement rules out, and the nearest one. */
export async function explainMisses(
  catalog: Pick<ModelCatalog, "find">,
  filter: ModelFilter,
  misses: readonly Miss[],
): Promise<string> {
  // The cheapest first.
  const all = await catalog.find({ outputModalities: [] });
  const unmet = new Map<Model, string[]>(all.map((model) => [model, []]));
  for (const [need, value] of Object.entries({ outputModalities: ["text"], ...filter })) {
    const fit = new Set(await catalog.find({ outputModalities: [], [need]: value }));
    for (const [model, needs] of unmet) if (!fit.has(model)) needs.push(need);
  }
  const early = `of ${all.length} models ${counted([...unmet.values()].flat())}`;
  const late = counted(misses.map(({ need }) => need));
  const summary = misses.length > 0 ? `${early}; of the remaining ${misses.length} ${late}` : early;
  return `No model fits: ${summary}. The nearest is ${nearestOf(unmet, misses)}. Relax the requirement that rules out the most models.`;
}

/** Counts each name, the most frequent first. */
function counted(names: readonly string[]): string {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => [name, length] as const);
  const parts = counts.toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `${name} rules out ${count}`);
  return parts.join(", ") || "no requirement rules out any";
}

function nearestOf(unmet: ReadonlyMap<Model, readonly string[]>, misses: readonly Miss[]): string {
  const [miss] = misses.toSorted((a, b) => b.met - a.met || Math.sign(a.distance - b.distance) || 0);
  if (miss) return `${miss.model.id}, which ${miss.why}`;
  const [model] = [...unmet].toSorted(([, a], [, b]) => a.length - b.length);
  return model ? `${model[0].id}, except for ${model[1].join(", ")}` : "none, because the catalog is empty";
}
