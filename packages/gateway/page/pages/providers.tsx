import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { EndpointView, ProvidersView, ProviderView } from "../../src/admin/views.ts";
import { change } from "../data/api.ts";
import { useLive } from "../data/live.ts";
import { formatCount, formatMs, formatShare, formatUsd } from "../data/format.ts";
import { linkTo } from "../data/route.ts";
import { Card, Command, Empty, Waiting } from "../parts/basics.tsx";
import { Confirm } from "../parts/dialog.tsx";
import { Health } from "../parts/health.tsx";

/** Health of the providers' endpoints, each with a switch. */
export function ProvidersPage(): JSX.Element {
  const { view, error, refresh } = useLive<ProvidersView>("/providers", 2500);
  const asked = useSignal<EndpointView | undefined>(undefined);
  const data = view.value;
  return (
    <>
      <header class="page">
        <h1>Providers</h1>
        <span class="live">Live</span>
      </header>
      {data === undefined ? (
        <Waiting error={error.value} />
      ) : data.providers.length === 0 ? (
        <NoProviders />
      ) : (
        <Card>
          <ProviderTable providers={data.providers} onSwitch={(endpoint) => (asked.value = endpoint)} />
        </Card>
      )}
      {asked.value && <Ask endpoint={asked.value} onDone={refresh} onClose={() => (asked.value = undefined)} />}
    </>
  );
}

function NoProviders(): JSX.Element {
  return (
    <Empty title="No providers yet">
      <p>
        Set a provider's key in the environment, such as <code>OPENAI_API_KEY</code>, or describe the provider in the
        configuration. Then check it:
      </p>
      <Command text="patchbay-gateway check gateway.yaml" />
    </Empty>
  );
}

interface TableProps {
  readonly providers: readonly ProviderView[];
  readonly onSwitch: (endpoint: EndpointView) => void;
}

function ProviderTable({ providers, onSwitch }: TableProps): JSX.Element {
  return (
    <div class="scroll" role="region" aria-label="Endpoints" tabIndex={0}>
      <table class="endpoints">
        <thead>
          <tr>
            <th scope="col">Endpoint</th>
            <th scope="col">State</th>
            {["Uptime", "First token", "p99", "Tokens/s"].map((name) => (
              <th key={name} scope="col" class={name === "First token" ? "number" : "number wide"}>
                {name}
              </th>
            ))}
            <th scope="col" class="number">
              In use
            </th>
          </tr>
        </thead>
        {providers.map((provider) => (
          <tbody key={provider.provider}>
            <ProviderHead provider={provider} />
            {provider.endpoints.map((endpoint) => (
              <Endpoint key={endpoint.id} endpoint={endpoint} onSwitch={() => onSwitch(endpoint)} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ProviderHead({
  provider: { provider, kind, requests, errors, cost },
}: {
  readonly provider: ProviderView;
}): JSX.Element {
  return (
    <tr class="group">
      <th scope="rowgroup" colSpan={2}>
        <a href={linkTo("requests", "", { provider })}>{provider}</a>
        {kind !== provider && <span class="muted">{kind}</span>}
      </th>
      <td class="number muted" colSpan={5}>
        <span class="wide">
          {formatCount(requests)} requests in 24 h{errors > 0 && `, ${formatShare(errors / requests)} failed`},{" "}
          {formatUsd(cost)}
        </span>
      </td>
    </tr>
  );
}

function Endpoint({
  endpoint,
  onSwitch,
}: {
  readonly endpoint: EndpointView;
  readonly onSwitch: () => void;
}): JSX.Element {
  return (
    <tr>
      <th scope="row" class="name" title={endpoint.upstreamModel}>
        {endpoint.model}
      </th>
      <td>
        <Health endpoint={endpoint} />
      </td>
      <td class="number wide">{formatShare(endpoint.uptime, 2)}</td>
      <td class="number">{formatMs(endpoint.firstTokenMs?.p50 ?? null)}</td>
      <td class="number wide">{formatMs(endpoint.firstTokenMs?.p99 ?? null)}</td>
      <td class="number wide">{endpoint.throughput ? Math.round(endpoint.throughput.p50) : "–"}</td>
      <td class="number">
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={endpoint.enabled}
          aria-label={`${endpoint.model} at ${endpoint.provider}`}
          onClick={onSwitch}
        />
      </td>
    </tr>
  );
}

interface AskProps {
  readonly endpoint: EndpointView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Ask({ endpoint, onDone, onClose }: AskProps): JSX.Element {
  const name = `${endpoint.model} at ${endpoint.provider}`;
  const enabled = !endpoint.enabled;
  const confirm = async (): Promise<void> => {
    await change("PUT", `/endpoints/${encodeURIComponent(endpoint.id)}`, { enabled });
    onDone();
  };
  return (
    <Confirm
      title={enabled ? "Put the endpoint back?" : "Take the endpoint out?"}
      action={enabled ? "Put back" : "Take out"}
      isDangerous={!enabled}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        <b>{name}</b>{" "}
        {enabled
          ? "gets requests again from now on."
          : "gets no new requests. Running requests end normally. Other endpoints of the model take over; without one, requests for the model fail."}
      </p>
    </Confirm>
  );
}
