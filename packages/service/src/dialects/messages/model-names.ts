/** Names of the catalog that a name without a provider can stand for, such as `claude-sonnet-4-5` for `anthropic/claude-sonnet-4.5`. */
function candidates(name: string): string[] {
  if (!name.startsWith("claude-")) return [];
  const [, id = name, variant = ""] = /^([^:]*)(:.*)?$/.exec(name) ?? [];
  const dated = id.replace(/-(?:\d{8}|latest)$/, "");
  // The catalog writes the version with a dot.
  const dotted = dated.replace(/-(\d{1,2})-(\d{1,2})(?=-|$)/, "-$1.$2");
  return [id, dated, dotted].map((each) => `anthropic/${each}${variant}`).concat(`~anthropic/${id}`);
}

/**
 * The catalog's name for a model, so that the names of Anthropic's own API work. A name that the catalog does not have
 * stays unchanged.
 */
export function toCatalogName(name: string, isKnown: (name: string) => boolean): string {
  return isKnown(name) ? name : (candidates(name).find(isKnown) ?? name);
}
