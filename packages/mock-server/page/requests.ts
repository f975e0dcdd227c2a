import type { Row } from "./api.ts";
import { find, make } from "./dom.ts";
import { currentFilter, clearChoices, noteRow, showChoices } from "./filters.ts";
import { formatDuration, formatUsd, isoTime, nameOf, roundUp, timeOfDay, toneOf } from "./format.ts";

/** The most rows on the page. Older ones are removed. */
const mostRows = 2000;

interface Shown {
  row: Row;
  /** The row as text, to detect changes. */
  text: string;
  readonly item: HTMLLIElement;
  readonly button: HTMLButtonElement;
}

const list = find<HTMLOListElement>("requests");
const shown = new Map<number, Shown>();
let scale = 0;

/** Shows rows that are new or have changed. The others, and the scroll position, are unchanged. */
export function showRows(rows: readonly Row[]): void {
  const matches = currentFilter();
  const added: HTMLLIElement[] = [];
  for (const row of rows) {
    const text = JSON.stringify(row);
    const known = shown.get(row.id);
    if (known?.text === text) continue;
    noteRow(row);
    widen(row);
    const place = known ?? newPlace(row);
    place.row = row;
    place.text = text;
    place.button.replaceChildren(...partsOf(row));
    place.item.hidden = !matches(row);
    if (!known) added.unshift(place.item);
  }
  list.prepend(...added);
  while (shown.size > mostRows) {
    const [oldest] = shown.keys();
    shown.get(oldest!)!.item.remove();
    shown.delete(oldest!);
  }
  showChoices();
}

function newPlace(row: Row): Shown {
  const button = make("button", { type: "button", class: "row", "data-id": String(row.id) });
  const place: Shown = { row, text: "", button, item: make("li", {}, button) };
  shown.set(row.id, place);
  return place;
}

/** All rows share one scale, so that bars are comparable. */
function widen({ attempts }: Row): void {
  const total = attempts.reduce((sum, { latencyMs }) => sum + latencyMs, 0);
  if (total <= scale) return;
  scale = roundUp(total);
  list.style.setProperty("--scale", String(scale));
}

function partsOf(row: Row): HTMLElement[] {
  const notes = [row.model, row.stream ? "stream" : undefined, row.rule && `rule ${row.rule}`];
  if (row.ended?.complete === false) notes.push("client disconnected");
  return [
    make("time", { datetime: isoTime(row.timestamp) }, timeOfDay(row.timestamp)),
    make("span", { class: `badge ${toneOf(row.status)}` }, row.status === 0 ? "–" : String(row.status)),
    make(
      "span",
      { class: "summary" },
      make(
        "span",
        {},
        make("b", {}, nameOf(row)),
        " ",
        make("span", { class: "muted" }, notes.filter(Boolean).join(" · ")),
      ),
      make("span", { class: "muted" }, row.text || row.path),
    ),
    make("span", { class: "bars" }, ...barsOf(row)),
    make("span", { class: "cost" }, row.cost === 0 ? "" : formatUsd(row.cost)),
  ];
}

function barsOf({ attempts }: Row): HTMLElement[] {
  let from = 0;
  return attempts.slice(0, 4).map(({ provider, status, latencyMs }, index) => {
    const bar = make("span", { class: `bar ${toneOf(status)}` });
    bar.style.setProperty("--from", String(from));
    bar.style.setProperty("--ms", String(latencyMs));
    from += latencyMs;
    const more = index === 3 && attempts.length > 4 ? `, and ${attempts.length - 4} more` : "";
    const text = `${provider} ${status}, ${formatDuration(latencyMs)}${more}`;
    return make("span", { class: "attempt" }, make("span", { class: "track" }, bar), text);
  });
}

/** Applies the filter to every row. Returns how many are visible and how many there are. */
export function filterRows(): { readonly visible: number; readonly all: number } {
  const matches = currentFilter();
  let visible = 0;
  for (const { row, item } of shown.values()) {
    item.hidden = !matches(row);
    if (!item.hidden) visible++;
  }
  return { visible, all: shown.size };
}

/** The id after which requests can still change: those in progress, and the newest. */
export function firstOpen(last: number): number {
  let first = Math.max(last - 50, 0);
  for (const { row } of shown.values())
    if (!row.ended && row.status > 0 && row.id > last - 500) first = Math.min(first, row.id - 1);
  return first;
}

/** Marks the row whose request is open. */
export function markRow(id: number | undefined): void {
  for (const { button, row } of shown.values()) {
    if (row.id === id) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

/** Moves the focus to the row of a request, or to a row `step` positions away. */
export function focusRow(id: number, step = 0): void {
  const visible = [...list.querySelectorAll<HTMLButtonElement>("li:not([hidden]) > .row")];
  const index = visible.findIndex((button) => button.dataset.id === String(id));
  visible[Math.min(Math.max(index + step, 0), visible.length - 1)]?.focus();
}

/** Removes all rows. */
export function clearRows(): void {
  shown.clear();
  list.replaceChildren();
  scale = 0;
  clearChoices();
}

/** Opens requests on click and Enter, and moves between them with the arrow keys. */
export function onOpen(open: (id: number) => void): void {
  const idOf = ({ target }: Event): number =>
    Number(target instanceof Element ? target.closest<HTMLElement>(".row")?.dataset.id : undefined);
  list.addEventListener("click", (event) => {
    const id = idOf(event);
    if (id) open(id);
  });
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -Infinity,
    End: Infinity,
  };
  list.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const id = idOf(event);
    if (step === undefined || !id) return;
    event.preventDefault();
    focusRow(id, step);
  });
}
