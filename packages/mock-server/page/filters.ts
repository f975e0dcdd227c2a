import type { Row } from "./api.ts";
import { find, setOptions } from "./dom.ts";
import { nameOf, outcomes } from "./format.ts";

/** Labels of keys by their hash. */
export const labels = new Map<string, string>();

const choices = {
  operation: (row: Row) => nameOf(row),
  status: ({ status }: Row) => String(status),
  model: ({ model }: Row) => model,
  key: ({ keyHash }: Row) => keyHash,
} as const;

type Choice = keyof typeof choices;
const names = Object.keys(choices) as Choice[];
const seen = Object.fromEntries(names.map((name) => [name, new Set<string>()])) as Record<Choice, Set<string>>;
const textOf = (name: Choice, value: string): string => {
  if (name === "key") return labels.get(value) ?? value;
  return name === "status" && value === "0" ? "0 (broken)" : value;
};

const search = find<HTMLInputElement>("search");
const outcome = find<HTMLSelectElement>("outcome");
const clear = find<HTMLButtonElement>("clear");

/** Adds the values of a row to the filter choices. */
export function noteRow(row: Row): void {
  for (const name of names) {
    const value = choices[name](row);
    // A longer list of choices is not useful. The search finds the rest.
    if (value !== undefined && seen[name].size < 200) seen[name].add(value);
  }
}

/** Shows the current filter choices. */
export function showChoices(): void {
  for (const name of names)
    setOptions(find(name), [
      ["", "All"],
      ...[...seen[name]].toSorted().map((value) => [value, textOf(name, value)] as const),
    ]);
}

/** Reads the filter from the page. The returned function decides whether a row is shown. */
export function currentFilter(): (row: Row) => boolean {
  const wanted = names.map((name) => [choices[name], find<HTMLSelectElement>(name).value] as const);
  const chosen = wanted.filter(([, value]) => value !== "");
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const selected = outcomes[outcome.value as keyof typeof outcomes];
  return (row) => {
    if (chosen.some(([valueOf, value]) => valueOf(row) !== value)) return false;
    if (outcome.value !== "" && !selected.matches(row)) return false;
    if (words.length === 0) return true;
    const text = searchable(row);
    return words.every((word) => text.includes(word));
  };
}

function searchable(row: Row): string {
  const providers = row.attempts.map(({ provider }) => provider);
  const key = row.keyHash === undefined ? "" : labels.get(row.keyHash);
  return [`#${row.id}`, row.status, nameOf(row), row.path, row.model, row.rule, row.text, key, ...providers]
    .join(" ")
    .toLowerCase();
}

const isActive = (): boolean =>
  search.value !== "" || outcome.value !== "" || names.some((name) => find<HTMLSelectElement>(name).value !== "");

/** Calls `changed` whenever the filter changes. */
export function onFilter(changed: () => void): void {
  setOptions(outcome, [["", "All"], ...Object.entries(outcomes).map(([value, { text }]) => [value, text] as const)]);
  const apply = (): void => {
    clear.disabled = !isActive();
    for (const field of [search, outcome, ...names.map((name) => find<HTMLSelectElement>(name))])
      field.classList.toggle("filtered", field.value !== "");
    changed();
  };
  find("filters").addEventListener("input", apply);
  const more = find("more");
  more.addEventListener("click", () => {
    const all = find("filters").classList.toggle("all");
    more.setAttribute("aria-expanded", String(all));
  });
  showChoices();
  clear.addEventListener("click", () => {
    search.value = "";
    for (const field of [outcome, ...names.map((name) => find<HTMLSelectElement>(name))]) field.value = "";
    apply();
    search.focus();
  });
}

/** Removes all filter choices. */
export function clearChoices(): void {
  for (const name of names) seen[name].clear();
}
