import type { Model } from "@patchbay/client";
import type { ModelCatalog, ModelFilter } from "@patchbay/client/catalog";

/** A model that came into question, and the first need that it does not meet. */
export interface Miss {
  readonly model: Model;
  readonly need: string;
  readonly why: string;
  /** How many needs it met before. */
  readonly met: number;
  /** How far it is from meeting this one; the less, the nearer. */
  readonly distance: number;
}

/** Why no model fits: what each need rules out, and which model comes nearest. */
export async function explainMisses(
  catalogue: Pick<ModelCatalog, "find">,
  filter: ModelFilter,
  misses: readonly Miss[],
): Promise<string> {
  // The cheapest first.
  const all = await catalogue.find({ outputModalities: [] });
  const unmet = new Map<Model, string[]>(all.map((model) => [model, []]));
  for (const [need, value] of Object.entries({ outputModalities: ["text"], ...filter })) {
    const fit = new Set(await catalogue.find({ outputModalities: [], [need]: value }));
    for (const [model, needs] of unmet) if (!fit.has(model)) needs.push(need);
  }
  const early = `of ${all.length} models ${counted([...unmet.values()].flat())}`;
  const late = counted(misses.map(({ need }) => need));
  const told = misses.length > 0 ? `${early}; of the ${misses.length} that are left ${late}` : early;
  return `No model fits: ${told}. The nearest is ${nearestOf(unmet, misses)}. Ask for less of what rules out most.`;
}

/** How often each name comes, the most frequent first. */
function counted(names: readonly string[]): string {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => [name, length] as const);
  const told = counts.toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `${name} rules out ${count}`);
  return told.join(", ") || "nothing rules out any";
}

function nearestOf(unmet: ReadonlyMap<Model, readonly string[]>, misses: readonly Miss[]): string {
  const [miss] = misses.toSorted((a, b) => b.met - a.met || Math.sign(a.distance - b.distance) || 0);
  if (miss) return `${miss.model.id}, which ${miss.why}`;
  const [model] = [...unmet].toSorted(([, a], [, b]) => a.length - b.length);
  return model ? `${model[0].id}, but for ${model[1].join(", ")}` : "none, since the catalogue is empty";
}
