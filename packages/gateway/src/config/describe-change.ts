import type { GatewayConfig } from "./config.ts";

/** Sections that a running gateway cannot change: it needs a restart. */
const fixed: ReadonlySet<string> = new Set(["server", "data", "database", "shared", "adminKey"]);

/**
 * What differs between two configurations, as short lines such as `models: added acme/tiny`, without any value, since it can be
 * a secret. Empty if nothing differs.
 */
export function describeChange(before: GatewayConfig, after: GatewayConfig): readonly string[] {
  return (Object.keys(after) as (keyof GatewayConfig)[]).flatMap((section) => {
    if (isEqual(before[section], after[section])) return [];
    if (fixed.has(section)) return [`${section}: changed; restart the gateway to apply it`];
    const names = describeNames(toNamed(before[section]), toNamed(after[section]));
    return [names === "" ? `${section}: changed` : `${section}: ${names}`];
  });
}

/** Items by name, for a section that has names. */
function toNamed(section: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!Array.isArray(section)) {
    const isNamed = typeof section === "object" && section !== null;
    return isNamed ? new Map(Object.entries(section)) : undefined;
  }
  const named = section.map((item: { id?: string; name?: string }) => [item.id ?? item.name, item] as const);
  return named.every(([name]) => name !== undefined) ? new Map(named as [string, unknown][]) : undefined;
}

function describeNames(
  before: ReadonlyMap<string, unknown> | undefined,
  after: ReadonlyMap<string, unknown> | undefined,
): string {
  if (!before || !after) return "";
  const added = [...after.keys()].filter((name) => !before.has(name));
  const removed = [...before.keys()].filter((name) => !after.has(name));
  const changed = [...after.keys()].filter((name) => before.has(name) && !isEqual(before.get(name), after.get(name)));
  return [list("added", added), list("removed", removed), list("changed", changed)]
    .filter((text) => text !== "")
    .join("; ");
}

const mostNames = 10;

function list(verb: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : "";
  return `${verb} ${names.slice(0, mostNames).join(", ")}${more}`;
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size && left.every(([name, value]) => right.has(name) && isEqual(value, right.get(name)))
  );
}
