import { getProviders, getSpending, setProviderState } from "./api.ts";
import { find, make } from "./dom.ts";
import { formatUsd } from "./format.ts";

/** Shows the spending by model, provider and key. */
export async function showSpending(): Promise<void> {
  const spending = await getSpending();
  for (const by of ["model", "provider", "key"] as const) {
    const amounts = Object.entries(spending[by]).sort(([, a], [, b]) => b - a);
    find(`by-${by}`).replaceChildren(
      ...(amounts.length === 0 ? [make("dt", { class: "muted" }, "Nothing yet")] : []),
      ...amounts.flatMap(([name, amount]) => [make("dt", {}, name), make("dd", {}, formatUsd(amount))]),
    );
  }
}

const states = {
  up: "good",
  degraded: "bad",
  down: "bad",
  rate_limited: "limited",
  slow: "limited",
  invalid_tool_calls: "bad",
} as const;

let showing = "";

/** Shows the state of every provider, with a control to change it. */
export async function showProviders(): Promise<void> {
  const box = find("providers");
  const providers = await getProviders();
  const text = JSON.stringify(providers);
  if (text === showing || box.contains(document.activeElement)) return;
  showing = text;
  box.replaceChildren(...Object.entries(providers).map(([slug, state]) => providerRow(slug, state)));
}

function providerRow(slug: string, state: string): HTMLElement {
  const choice = make("select", { name: slug, "aria-label": `State of ${slug}` });
  choice.append(...Object.keys(states).map((one) => new Option(one, one, one === state, one === state)));
  choice.addEventListener("change", () => void change(slug, choice));
  const tone = states[state as keyof typeof states];
  return make("div", { class: "provider" }, make("span", {}, make("span", { class: `dot ${tone}` }), slug), choice);
}

async function change(slug: string, choice: HTMLSelectElement): Promise<void> {
  choice.setCustomValidity("");
  try {
    await setProviderState(slug, choice.value);
    choice.blur();
    await showProviders();
  } catch (error) {
    choice.setCustomValidity(String(error));
    choice.reportValidity();
  }
}
