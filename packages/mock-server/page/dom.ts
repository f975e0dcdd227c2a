type Child = Node | string | undefined;

/** Creates an element. Strings become text nodes, never HTML. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** The element of the page with this id. */
export function find<Element extends HTMLElement = HTMLElement>(id: string): Element {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element #${id}.`);
  return element as Element;
}

/** Sets the options of a select and keeps its value. The first option, with an empty value, means no filter. */
export function setOptions(
  select: HTMLSelectElement,
  options: readonly (readonly [value: string, text: string])[],
): void {
  const now = [...select.options].map(({ value, text }) => `${value}\n${text}`).join("\n");
  const wanted = options.map(([value, text]) => `${value}\n${text}`).join("\n");
  if (now === wanted) return;
  const { value } = select;
  select.replaceChildren(...options.map(([one, text]) => new Option(text, one, false, one === value)));
}

/** A button that copies text and confirms it. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const button = make("button", { type: "button" }, label);
  button.addEventListener("click", () => void copy(button, label, text()));
  return button;
}

export async function copy(button: HTMLButtonElement, label: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "The browser does not allow copying";
  }
  setTimeout(() => (button.textContent = label), 1500);
}
