import { getDetail } from "./api.ts";
import { sectionsOf, titleOf } from "./detail-sections.ts";
import { find, make } from "./dom.ts";
import { focusRow, markRow } from "./requests.ts";

const panel = find("detail");
const columns = find("columns");

interface Open {
  readonly id: number;
  /** The details on the page, to detect changes. */
  text: string;
  /** Whether the request is complete and cannot change. */
  done: boolean;
}

let open: Open | undefined;

/** Opens the request in the address (`#12`), or closes the panel if there is none. */
export async function followAddress(): Promise<void> {
  const id = Number(/^#(\d{1,15})$/.exec(location.hash)?.[1]);
  if (!id) return close();
  if (open?.id === id) return;
  open = { id, text: "", done: false };
  panel.hidden = false;
  columns.classList.add("open");
  markRow(id);
  await refreshDetail();
  panel.scrollTop = 0;
  panel.querySelector<HTMLElement>("h2")?.focus();
}

export function openRequest(id: number): void {
  location.hash = `#${id}`;
}

/** Removes the number from the address, which closes the panel. */
function leave(): void {
  history.pushState(null, "", location.pathname + location.search);
  close();
}

function close(): void {
  if (!open) return;
  const { id } = open;
  open = undefined;
  panel.hidden = true;
  panel.replaceChildren();
  columns.classList.remove("open");
  markRow(undefined);
  focusRow(id);
}

/** Fetches the open request again while it can change. Keeps the scroll position. */
export async function refreshDetail(): Promise<void> {
  const current = open;
  if (!current || current.done) return;
  const detail = await getDetail(current.id).catch((error: unknown) =>
    String(error instanceof Error ? error.message : error),
  );
  if (open !== current) return;
  const text = JSON.stringify(detail);
  if (text === current.text) return;
  current.text = text;
  if (typeof detail === "string") return show(`Request #${current.id}`, [make("p", { role: "alert" }, detail)]);
  current.done = detail.entry.ended !== undefined;
  show(titleOf(detail.entry), sectionsOf(detail));
}

function show(title: string, sections: readonly HTMLElement[]): void {
  const { scrollTop } = panel;
  const hadFocus = panel.contains(document.activeElement);
  const closing = make("button", { type: "button", "aria-label": "Close the request (Escape)" }, "Close");
  closing.addEventListener("click", leave);
  const heading = make("h2", { id: "detail-title", tabindex: "-1" }, title);
  panel.replaceChildren(make("div", { class: "top" }, heading, closing), ...sections);
  panel.scrollTop = scrollTop;
  if (hadFocus) heading.focus({ preventScroll: true });
}

/** Closes the panel after a reset, when the open request no longer exists. */
export function closeDetail(): void {
  if (open) leave();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !open || event.target instanceof HTMLSelectElement) return;
  if (event.target instanceof HTMLInputElement && event.target.value !== "") return;
  leave();
});
window.addEventListener("hashchange", () => void followAddress());
window.addEventListener("popstate", () => void followAddress());
