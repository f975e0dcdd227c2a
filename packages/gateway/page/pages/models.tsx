import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { EndpointView, ModelsView, ModelView, PriceView } from "../../src/admin/views.ts";
import { useLive } from "../data/live.ts";
import { formatContext, formatMs, formatPrice } from "../data/format.ts";
import { linkTo } from "../data/route.ts";
import { Card, Command, Empty, Waiting } from "../parts/basics.tsx";
import { Health } from "../parts/health.tsx";

const columns = ["prompt", "completion", "cacheRead"] as const;
const names: Readonly<Record<string, string>> = {
  cacheWrite: "cache write",
  cacheWrite1h: "cache write 1 h",
  reasoning: "reasoning",
  request: "request",
  image: "image",
  searchUnit: "search unit",
  audio: "audio",
};

/** The models with prices, context and health of their endpoints. */
export function ModelsPage(): JSX.Element {
  const { view, error } = useLive<ModelsView>("/models", 5000);
  const search = useSignal("");
  const words = search.value.toLowerCase().split(/\s+/);
  const models = view.value?.models.filter((model) => words.every((word) => textOf(model).includes(word)));
  return (
    <>
      <header class="page">
        <h1>Models</h1>
        <input
          type="search"
          placeholder="Model or provider"
          aria-label="Search models"
          value={search.value}
          onInput={({ currentTarget }) => (search.value = currentTarget.value)}
        />
      </header>
      {view.value === undefined || models === undefined ? (
        <Waiting error={error.value} />
      ) : view.value.models.length === 0 ? (
        <Empty title="No models yet">
          <p>Add models with their endpoints and prices to the configuration, then check it:</p>
          <Command text="patchbay-gateway check gateway.yaml" />
        </Empty>
      ) : models.length === 0 ? (
        <Empty title="No model matches">
          <p>{view.value.models.length} models are configured.</p>
        </Empty>
      ) : (
        <Card actions={<span class="muted">USD per million tokens</span>} title="Endpoints and prices">
          <ModelTable models={models} />
        </Card>
      )}
    </>
  );
}

const textOf = ({ id, name, endpoints }: ModelView): string =>
  [id, name, ...endpoints.map(({ provider }) => provider)].join(" ").toLowerCase();

function ModelTable({ models }: { readonly models: readonly ModelView[] }): JSX.Element {
  return (
    <div class="scroll" role="region" aria-label="Models" tabIndex={0}>
      <table class="models">
        <thead>
          <tr>
            <th scope="col">Endpoint</th>
            <th scope="col">State</th>
            {["Prompt", "Completion", "Cache read", "Context", "Max output", "First token"].map((name, index) => (
              <th key={name} scope="col" class={index < 2 ? "number" : "number wide"}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {models.map((model) => (
          <tbody key={model.id}>
            <tr class="group">
              <th scope="rowgroup" colSpan={8}>
                <a href={linkTo("requests", "", { model: model.id })}>{model.id}</a>
                {model.name !== model.id && <span class="muted wide">{model.name}</span>}
              </th>
            </tr>
            {model.endpoints.map((endpoint) => (
              <EndpointRow key={endpoint.id} endpoint={endpoint} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function EndpointRow({ endpoint }: { readonly endpoint: EndpointView }): JSX.Element {
  const others = endpoint.prices?.filter(({ kind }) => !columns.some((column) => column === kind)) ?? [];
  return (
    <tr>
      <th scope="row" class="name" title={endpoint.upstreamModel}>
        {endpoint.provider} <span class="muted wide">{endpoint.upstreamModel}</span>
        {others.length > 0 && <p class="muted">{others.map(otherPrice).join(", ")}</p>}
      </th>
      <td>
        <Health endpoint={endpoint} />
      </td>
      <Prices prices={endpoint.prices} />
      <td class="number wide">{formatContext(endpoint.context)}</td>
      <td class="number wide">{formatContext(endpoint.maxOutput)}</td>
      <td class="number wide">{formatMs(endpoint.firstTokenMs?.p50 ?? null)}</td>
    </tr>
  );
}

const otherPrice = ({ kind, price, per }: PriceView): string =>
  `${formatPrice(price)} per ${per === "unit" ? (names[kind] ?? kind) : `1M ${names[kind] ?? kind} tokens`}`;

function Prices({ prices }: { readonly prices: EndpointView["prices"] }): JSX.Element {
  if (prices === null)
    return (
      <td class="number unpriced" colSpan={3}>
        <span class="tag warn">unpriced</span>
      </td>
    );
  if (prices.length === 0)
    return (
      <td class="number unpriced" colSpan={3}>
        <span class="tag">free</span>
      </td>
    );
  return (
    <>
      {columns.map((column) => {
        const price = prices.find(({ kind }) => kind === column)?.price;
        return (
          <td key={column} class={column === "cacheRead" ? "number wide" : "number"}>
            {price === undefined ? "–" : formatPrice(price)}
          </td>
        );
      })}
    </>
  );
}
