import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { KeysView, ModelsView, ProvidersView, RequestRow, RequestsView } from "../../src/admin/views.ts";
import { get, messageOf } from "../data/api.ts";
import { useLive } from "../data/live.ts";
import { goTo, route, setQuery } from "../data/route.ts";
import { Card, Empty, Waiting } from "../parts/basics.tsx";
import { FirstRequest } from "../parts/first-request.tsx";
import { RequestTable } from "../parts/request-table.tsx";
import { RequestDrawer } from "./request-drawer.tsx";

const mostRows = 2000;
const filterNames = ["model", "provider", "key", "failed"] as const;

/** The list of requests, which grows as they finish. */
export function RequestsPage(): JSX.Element {
  const { id, query } = route.value;
  const filters = new URLSearchParams(
    filterNames.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? ""]] : [])),
  ).toString();
  return (
    <>
      <header class="page">
        <h1>Requests</h1>
        <span class="live">Live</span>
        <a class="button" href={`/admin/api/requests.csv?${filters}`} download>
          Export CSV
        </a>
      </header>
      <Filters />
      <RequestList key={filters} filters={filters} open={id} />
      {id !== "" && <RequestDrawer id={id} onClose={() => goTo("requests")} />}
    </>
  );
}

function RequestList({ filters, open }: { readonly filters: string; readonly open: string }): JSX.Element {
  const { view, error } = useLive<RequestsView>(`/requests?limit=50${filters === "" ? "" : `&${filters}`}`, 2000);
  const rows = useSignal<readonly RequestRow[]>([]);
  const next = useSignal<string | null>(null);
  const problem = useSignal<string | undefined>(undefined);
  const newest = view.value;
  useEffect(() => {
    if (!newest) return;
    const known = new Set(rows.peek().map(({ id }) => id));
    const added = newest.requests.filter(({ id }) => !known.has(id));
    // A page without a known row: more requests arrived than it holds. The list begins again, so that it has no gap.
    if (added.length === newest.requests.length) {
      rows.value = newest.requests;
      next.value = newest.next;
    } else if (added.length > 0) {
      rows.value = [...added, ...rows.peek()].toSorted((a, b) => b.at - a.at).slice(0, mostRows);
    }
  }, [newest]);
  const loadOlder = async (): Promise<void> => {
    try {
      const page = await get<RequestsView>(
        `/requests?limit=100&cursor=${next.value}${filters === "" ? "" : `&${filters}`}`,
      );
      const known = new Set(rows.value.map(({ id }) => id));
      rows.value = [...rows.value, ...page.requests.filter(({ id }) => !known.has(id))].slice(0, mostRows);
      next.value = rows.value.length < mostRows ? page.next : null;
      problem.value = undefined;
    } catch (reason) {
      problem.value = messageOf(reason);
    }
  };
  if (newest === undefined) return <Waiting error={error.value} />;
  if (newest.requests.length === 0) return filters === "" ? <FirstRequest /> : <NoMatch />;
  return (
    <Card>
      <RequestTable rows={rows.value} label="Requests, newest first" open={open} />
      {problem.value !== undefined && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {next.value !== null && (
        <button type="button" class="more" onClick={() => void loadOlder()}>
          Load older requests
        </button>
      )}
    </Card>
  );
}

function NoMatch(): JSX.Element {
  return (
    <Empty title="No request matches the filters">
      <p>
        <button type="button" onClick={() => setQuery({ model: "", provider: "", key: "", failed: "" })}>
          Clear the filters
        </button>
      </p>
    </Empty>
  );
}

function Filters(): JSX.Element {
  const { query } = route.value;
  const models = useLive<ModelsView>("/models", 60_000).view.value?.models ?? [];
  const providers = useLive<ProvidersView>("/providers", 60_000).view.value?.providers ?? [];
  const keys = useLive<KeysView>("/keys", 60_000).view.value?.keys ?? [];
  const isFiltered = filterNames.some((name) => query.has(name));
  return (
    <search class="filters" aria-label="Filter requests">
      <Select name="model" label="Model" options={models.map(({ id }) => [id, id])} />
      <Select name="provider" label="Provider" options={providers.map(({ provider }) => [provider, provider])} />
      <Select name="key" label="Key" options={keys.map(({ hash, name }) => [hash, name])} />
      <label class="check">
        <input
          type="checkbox"
          checked={query.get("failed") === "true"}
          onChange={({ currentTarget }) => setQuery({ failed: currentTarget.checked ? "true" : "" })}
        />
        Failed only
      </label>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const id = new FormData(event.currentTarget).get("id");
          if (typeof id === "string" && id.trim() !== "") goTo("requests", id.trim());
        }}
      >
        <input type="search" name="id" placeholder="Open by id: gen-…" aria-label="Open a request by its id" />
      </form>
      {isFiltered && (
        <button type="button" class="plain" onClick={() => setQuery({ model: "", provider: "", key: "", failed: "" })}>
          Clear filters
        </button>
      )}
    </search>
  );
}

interface SelectProps {
  readonly name: "model" | "provider" | "key";
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

function Select({ name, label, options }: SelectProps): JSX.Element {
  const value = route.value.query.get(name) ?? "";
  const all =
    value !== "" && !options.some(([option]) => option === value) ? [[value, value] as const, ...options] : options;
  return (
    <label>
      {label}
      <select value={value} onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value })}>
        <option value="">All</option>
        {all.map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
