import { copyButton, make } from "./dom.ts";

/** Characters that are shown at first; a browser lays out a text of a megabyte slowly. */
const mostCharacters = 20_000;

/** A text in a box, with a button to copy it. A long one is cut, with a button to show the rest. */
export function longText(label: string, text: string): HTMLElement {
  const box = make("pre", { tabindex: "0", "aria-label": label });
  const tools = make(
    "div",
    { class: "tools" },
    make("span", { class: "soft" }, label),
    copyButton("Copy", () => text),
  );
  if (text.length > mostCharacters) {
    const all = make("button", { type: "button" }, `Show all ${text.length.toLocaleString("en")} characters`);
    all.addEventListener("click", () => {
      box.textContent = text;
      all.remove();
    });
    tools.append(all);
  }
  box.textContent = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
  return make("div", {}, tools, box);
}

/** JSON with line breaks; any other text as it is. */
export function pretty(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value, null, 2) ?? "";
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
