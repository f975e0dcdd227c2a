import type { Model } from "@patchbay/client";
import type { ModelCatalog } from "@patchbay/client/catalog";
import { withoutVariant } from "../text/model-id.ts";

/** Suffixes that change the routing, not the model. `:free` and similar suffixes name separate models. */
const variants = ["nitro", "floor", "exacto", "online"] as const;

/** The meaning of a model name in a request. */
export interface Named {
  readonly model: Model;
  readonly variant: (typeof variants)[number] | undefined;
}

/** The model behind a name; `undefined` if there is none, or if the API chooses it. */
export async function findModel(catalog: Pick<ModelCatalog, "list">, name: string): Promise<Named | undefined> {
  const models = await catalog.list();
  const exact = byName(models, name);
  const variant = exact ? undefined : variants.find((end) => name.endsWith(`:${end}`));
  const model = exact ?? (variant && byName(models, name.slice(0, -variant.length - 1)));
  return model && !isRouted(model) ? { model, variant } : undefined;
}

/** Whether a catalog entry lets the API choose the model. */
export function isRouted(model: Model): boolean {
  // One malformed entry must not make the whole catalog unusable.
  const { id, pricing, architecture, alias_target: target } = model as Partial<Model>;
  return (
    id?.startsWith("~") === true ||
    target !== undefined ||
    architecture?.tokenizer === "Router" ||
    Number(pricing?.prompt) < 0
  );
}

/** Whether an id is on a list of ids and prefixes with a star. */
export function isListed(id: string, patterns: readonly string[]): boolean {
  return patterns.some((one) => (one.endsWith("*") ? id.startsWith(one.slice(0, -1)) : id === one));
}

/** Finds a model by its id, or else by its canonical slug, which free variants share with the paid model. */
function byName(models: readonly Model[], name: string): Model | undefined {
  return (
    models.find(({ id }) => id === name) ??
    models.find(({ id, canonical_slug: lasting }) => lasting === name && withoutVariant(id) === id)
  );
}
