import { getOwn } from "./engine/get-own.ts";
import { withBody, type IncomingRequest } from "./incoming.ts";
import { accountOf, toAccountName } from "./auth.ts";
import { advance, beyondClock } from "./advance.ts";
import type { ProviderState } from "./engine/provider-state.ts";
import { providerFault } from "./set-providers.ts";
import { parseUsd, toUsd } from "./engine/money.ts";
import { explainJsonError } from "./json-error.ts";
import { page } from "./page.ts";
import { redactJson } from "./redact/redact-json.ts";
import { Refusal } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import { checkRule } from "./scenario/check-rule.ts";
import type { Journal } from "./scenario/journal.ts";
import { checkScenario, type ScenarioFile } from "./scenario/read-scenario.ts";
import type { Running } from "./instance.ts";
import type { Sessions } from "./sessions.ts";
import type { Snapshot } from "./snapshot.ts";

export const controlPrefix = "/_patchbay/";

/** The server that is controlled. */
interface Controlled {
  readonly current: Running;
  /** Undefined in a session, which has none of its own. */
  readonly sessions: Sessions | undefined;
  readonly reset: (own?: ScenarioFile) => void;
  readonly snapshot: () => Snapshot;
  readonly restore: (snapshot: Snapshot) => void;
}

type Handle = (body: unknown, server: Controlled & { readonly snapshots: Snapshot[] }, url: URL) => Reply;

/** What a caller did wrong, with its place in the body. */
class ControlError extends Error {
  override readonly name = "ControlError";
  readonly pointer: string;

  constructor(pointer: string, message: string) {
    super(message);
    this.pointer = pointer;
  }
}

/**
 * The control API, for other languages and for the page: rules, provider states, clock, credits, the journal. It is not part
 * of the service's contract and answers no request from another origin.
 */
export function createControl(controlled: Controlled): (request: IncomingRequest) => Promise<Reply> {
  const server = {
    ...controlled,
    get current() {
      return controlled.current;
    },
    snapshots: [],
  };
  return async (request) => {
    const { url } = request;
    const method = request.method === "HEAD" ? "GET" : request.method;
    if (isForeign(request)) return fail(403, "The control API answers no request from another origin.");
    const below = url.pathname.slice(controlPrefix.length - 1);
    const path = below.startsWith("/sessions/") ? "/sessions/{name}" : below;
    const found = getOwn(routes, `${method} ${path}`);
    if (!found) {
      const allowed = Object.keys(routes).flatMap((name) => (name.endsWith(` ${path}`) ? name.split(" ")[0]! : []));
      if (allowed.length > 0)
        return fail(405, `${method} is not allowed at ${url.pathname}. Use ${allowed.join(", ")}.`);
      return fail(
        404,
        `The control API has no ${url.pathname}. It has ${[...new Set(Object.keys(routes).map((name) => name.split(" ")[1]))].join(", ")} under /_patchbay.`,
      );
    }
    try {
      const { body } = await withBody(request);
      return found(method === "GET" || body.trim() === "" ? undefined : parse(body), server, url);
    } catch (error) {
      if (error instanceof ControlError) return fail(400, error.message, error.pointer);
      if (error instanceof Refusal) return fail(error.status, error.message);
      throw error;
    }
  };
}

/** The answer of a control API that is closed to a request. */
export function closedControl(fault = "The control API is closed to this request."): Reply {
  return fail(404, fault);
}

/**
 * A page of another origin must not steer a server that happens to run on this machine. The server's own origin is the one
 * that the `Host` header names. A link on another page of this machine may lead to the server's page.
 */
export function isForeign({ headers, url }: IncomingRequest): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin !== null && origin !== url.origin) return true;
  return site === "cross-site" || (site === "same-site" && headers.get("sec-fetch-mode") !== "navigate");
}

const routes: Readonly<Record<string, Handle>> = {
  "GET /": () => ({ status: 200, headers: pageHeaders, body: { kind: "text", text: page } }),
  "GET /spending": (_, { current }) => json(spendingOf(current), 200),
  "GET /health": () => json({ status: "ok" }, 200),
  "GET /rules": (_, { current }) => json({ rules: current.current.scenario.rules.map(toJsonRule) }, 200),
  "POST /rules": (body, { current }) => {
    const rules = Array.isArray(body) ? (body as unknown[]) : [body];
    const checked = rules.map((rule, index) => {
      const faults = checkRule(rule);
      const [first] = faults;
      if (first) throw new ControlError(`${Array.isArray(body) ? `/${index}` : ""}${first.pointer}`, first.message);
      return rule as Parameters<typeof current.current.scenario.add>[0];
    });
    for (const rule of checked) current.current.scenario.add(rule);
    return json({ added: checked.length }, 201);
  },
  "DELETE /rules": (_, { current }) => {
    current.current.scenario.clear();
    return json({ rules: [] }, 200);
  },
  "GET /providers": (_, { current }) => json(statesOf(current), 200),
  "POST /providers": (body, { current }) => {
    const { world } = current.current;
    const wanted = Object.entries(asRecord(body, ""));
    for (const [slug, state] of wanted) {
      const fault = providerFault(world, slug, state);
      if (fault) throw new ControlError(`/${slug}`, fault);
    }
    for (const [slug, state] of wanted) world.providers.set(slug, state as ProviderState);
    return json(statesOf(current), 200);
  },
  "POST /clock": (body, { current }) => {
    const { advance_ms: ms } = asRecord(body, "");
    if (typeof ms !== "number" || !Number.isFinite(ms))
      throw new ControlError("/advance_ms", `${JSON.stringify(ms)} is no number of milliseconds.`);
    if (!advance(current, ms)) throw new ControlError("/advance_ms", beyondClock(ms));
    return json({ now: current.current.world.now() }, 200);
  },
  "POST /credits": (body, { current }) => {
    const { account = "test", usd } = asRecord(body, "");
    if (typeof usd !== "number" || !Number.isFinite(usd))
      throw new ControlError(
        "/usd",
        `${typeof usd === "number" ? usd : JSON.stringify(usd)} is no number of USD to add; it may be below zero.`,
      );
    if (typeof account !== "string" || account === "")
      throw new ControlError("/account", `expected the name of an account, got ${JSON.stringify(account)}.`);
    const { purse } = accountOf(current.current.world, toAccountName(account));
    const amount = parseUsd(usd);
    if (!Number.isFinite(toUsd(purse.totals.bought + amount)))
      throw new ControlError("/usd", `${usd} USD and the credits before it are more than a number can hold.`);
    purse.buy(amount);
    return json({ account, available: toUsd(purse.available) }, 200);
  },
  "GET /journal": (_, { current }, url) => {
    const unknown = [...url.searchParams.keys()].find((name) => name !== "after");
    if (unknown !== undefined)
      throw new ControlError("", `The journal has no filter ${JSON.stringify(unknown)}; use after.`);
    const { journal } = current.current;
    return writeJournal(journal, Number(url.searchParams.get("after") ?? 0) || 0);
  },
  "DELETE /journal": (_, { current }) => {
    current.current.journal.clear();
    return json({ count: 0, entries: [] }, 200);
  },
  "POST /snapshots": (_, { snapshots, snapshot }) => json({ id: snapshots.push(snapshot()) }, 201),
  "POST /restore": (body, { snapshots, restore }) => {
    const { id } = asRecord(body, "");
    const kept = snapshots[Number(id) - 1];
    if (!kept)
      throw new ControlError(
        "/id",
        `${JSON.stringify(id)} is no snapshot; there are ${snapshots.length}, from 1. POST /_patchbay/snapshots makes one.`,
      );
    restore(kept);
    return json({ restored: Number(id) }, 200);
  },
  "GET /sessions": (_, { sessions }) => json({ sessions: poolOf(sessions).list() }, 200),
  "DELETE /sessions": (_, { sessions }) => {
    const pool = poolOf(sessions);
    return json({ deleted: pool.list().filter(({ name }) => pool.delete(name)).length }, 200);
  },
  "DELETE /sessions/{name}": (_, { sessions }, { pathname }) => {
    const name = pathname.slice(`${controlPrefix}sessions/`.length);
    if (poolOf(sessions).delete(name)) return json({ deleted: 1 }, 200);
    return fail(404, `There is no session ${JSON.stringify(name.slice(0, 100))}. GET /_patchbay/sessions lists them.`);
  },
  "POST /reset": (body, server) => {
    const [fault] = checkScenario(body);
    if (fault) throw new ControlError(fault.pointer, fault.message);
    try {
      server.reset(body ?? {});
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ControlError("/providers", error.message);
    }
    return json({ reset: true }, 200);
  },
};

/** Characters of journal entries in one answer: what can be written without stopping the server for others. */
const longestPage = 4_000_000;

/** The entries after an id as JSON. When they do not fit into one answer, `next` says where the next one begins. */
function writeJournal(journal: Pick<Journal, "after" | "count">, id: number): Reply {
  const entries: string[] = [];
  let length = 0;
  let next: number | undefined;
  let last = id;
  for (const entry of journal.after(id)) {
    const text = JSON.stringify(entry);
    length += text.length;
    if (length > longestPage && entries.length > 0) {
      next = last;
      break;
    }
    entries.push(text);
    last = entry.id;
  }
  const end = next === undefined ? "" : `,"next":${next}`;
  return {
    status: 200,
    headers: { "content-type": "application/json" },
    body: { kind: "text", text: `{"count":${journal.count},"entries":[${entries.join(",")}]${end}}` },
  };
}

function poolOf(sessions: Sessions | undefined): Sessions {
  if (sessions) return sessions;
  throw new Refusal(404, "A session has no sessions. Send the request to the server, without /s/NAME.");
}

/** What the page may do: its own script and style, and nothing of others. */
const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'",
};

/** USD of the last 32 days by model, provider and label of the key. */
function spendingOf({ current: { world } }: Running): Record<"model" | "provider" | "key", Record<string, number>> {
  const rows = world.activity.rows("0000-01-01", "9999-12-31");
  const by = (nameOf: (row: (typeof rows)[number]) => string): Record<string, number> => {
    const groups = [...Map.groupBy(rows, nameOf)].map(
      ([name, group]) => [name, group.reduce((sum, { cost }) => sum + cost, 0n)] as const,
    );
    return Object.fromEntries(groups.map(([name, amount]) => [name, toUsd(amount)]));
  };
  return {
    model: by(({ model }) => model),
    provider: by(({ provider }) => provider),
    key: by(({ keyHash }) => world.keys.get(keyHash)?.label ?? keyHash.slice(0, 8)),
  };
}

function statesOf({ current: { world } }: Running): Record<string, ProviderState> {
  const now = world.now();
  return Object.fromEntries(
    world.catalogue.providers.map(({ slug }) => [slug, world.providers.stateOf(slug, slug, now)]),
  );
}

/** JSON has no endless number. */
function toJsonRule({ name, used, left }: { name: string; used: number; left: number }): Record<string, unknown> {
  return { name, used, left: Number.isFinite(left) ? left : null };
}

function asRecord(body: unknown, pointer: string): Record<string, unknown> {
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new ControlError(pointer, "Send a JSON object.");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError("", `The body is ${explainJsonError(text)}.`);
  }
}

function fail(status: number, message: string, pointer?: string): Reply {
  const error = { code: status, message: redactJson(message), ...(pointer !== undefined && { pointer }) };
  return json({ error }, status);
}
