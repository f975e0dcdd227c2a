import type { Model } from "@patchbay/client";
import type { ModelCatalog } from "@patchbay/client/catalog";

/** Suffixes that change how a model is asked, not which model it is; `:free` and its like are models of their own. */
const variants = ["nitro", "floor", "exacto", "online"] as const;

/** What a name of a request means. */
export interface Named {
  readonly model: Model;
  readonly variant: (typeof variants)[number] | undefined;
}

/** The one model behind a name; undefined when there is none, or when the service chooses. */
export async function findModel(catalogue: Pick<ModelCatalog, "list">, name: string): Promise<Named | undefined> {
  const models = await catalogue.list();
  const exact = byName(models, name);
  const variant = exact ? undefined : variants.find((end) => name.endsWith(`:${end}`));
  const model = exact ?? (variant && byName(models, name.slice(0, -variant.length - 1)));
  return model && !isRouted(model) ? { model, variant } : undefined;
}

/** Whether a name of the catalogue stands for whichever model the service chooses. */
export function isRouted(model: Model): boolean {
  // One odd entry must not take the whole catalogue away.
  const { id, pricing, architecture, alias_target: target } = model as Partial<Model>;
  return (
    id?.startsWith("~") === true ||
    target !== undefined ||
    architecture?.tokenizer === "Router" ||
    Number(pricing?.prompt) < 0
  );
}

/** Whether an id is one of these, or begins as one of those that end with a star. */
export function isListed(id: string, patterns: readonly string[]): boolean {
  return patterns.some((one) => (one.endsWith("*") ? id.startsWith(one.slice(0, -1)) : id === one));
}

/** An id without its variant. */
export function baseOf(id: string): string {
  return id.replace(/:[^:/]*$/, "");
}

/** By its id or, where no id is that, by its lasting name, which free variants share with the model that is paid. */
function byName(models: readonly Model[], name: string): Model | undefined {
  return (
    models.find(({ id }) => id === name) ??
    models.find(({ id, canonical_slug: lasting }) => lasting === name && baseOf(id) === id)
  );
}
