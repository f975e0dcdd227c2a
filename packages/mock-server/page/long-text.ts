import { copyButton, make } from "./dom.ts";

/** Characters that are shown at first, since browsers lay out a megabyte of text slowly. */
const mostCharacters = 20_000;

/** Text in a box, with a button to copy it. Long text is shortened, with a button to show the rest. */
export function longText(label: string, text: string): HTMLElement {
  const box = make("pre", { tabindex: "0", "aria-label": label });
  const tools = make(
    "div",
    { class: "tools" },
    make("span", { class: "muted" }, label),
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

/** Formats JSON with line breaks. Any other text is unchanged. */
export function pretty(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value, null, 2) ?? "";
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
