import { getOwn } from "@patchbay/engine/data/get-own";
import { withBody, type IncomingRequest } from "@patchbay/service/http/request";
import { accountOf, toAccountName } from "../state/accounts.ts";
import { advance, beyondClock } from "./advance-time.ts";
import type { ProviderState, ProviderStates } from "@patchbay/engine/health/provider-state";
import { findProviderProblems, setProviderStates } from "../rules/provider-states.ts";
import { parseUsd, toUsd } from "@patchbay/engine/billing/money";
import { entryReply, pageReply, rowsReply } from "./dashboard.ts";
import { redactJson } from "@patchbay/service/redact/redact-json";
import { HttpError } from "@patchbay/service/http/http-error";
import { JsonTextError, parseJson } from "@patchbay/service/json/parse-json";
import { json, type Reply } from "@patchbay/service/http/reply";
import { isRecord, wrong, type RuleProblem } from "../rules/check.ts";
import { clockBody, creditsBody, restoreBody } from "./check-bodies.ts";
import { describeProblems } from "../rules/check-rule.ts";
import type { Journal } from "../journal/journal.ts";
import { checkScenario, type ScenarioFile } from "../options/parse-scenario.ts";
import type { Rule, RuleStatus } from "../rules/rule.ts";
import { showValue } from "@patchbay/service/json/show-value";
import type { ServerHandle } from "../pipeline/server-handle.ts";
import type { Sessions } from "./sessions.ts";
import type { Snapshot, Snapshots } from "./snapshot.ts";

export const controlPrefix = "/_patchbay/";

/** The server that the control API controls. */
interface Controlled {
  readonly handle: ServerHandle;
  /** `undefined` in a session, which has no sessions. */
  readonly sessions: Sessions | undefined;
  readonly reset: (own?: ScenarioFile) => void;
  readonly snapshots: Snapshots;
  readonly snapshot: () => Snapshot;
  readonly restore: (snapshot: Snapshot) => void;
}

type Handle = (body: unknown, server: Controlled, url: URL) => Reply | Promise<Reply>;

/** An invalid request. Each issue has the JSON pointer of its field in the body. */
class ControlError extends Error {
  override readonly name = "ControlError";
  readonly issues: readonly RuleProblem[];

  constructor(issues: readonly RuleProblem[]) {
    super(describeProblems(issues));
    this.issues = issues;
  }
}

/** Throws a `ControlError` if there are issues. */
function refuse(issues: readonly RuleProblem[]): void {
  if (issues.length > 0) throw new ControlError(issues);
}

/**
 * The control API, for other languages and for the dashboard: rules, provider states, clock, credits and the journal. It is
 * not part of the OpenRouter API, and it rejects requests from other origins.
 */
export function createControl(controlled: Controlled): (request: IncomingRequest) => Promise<Reply> {
  const server = {
    ...controlled,
    get handle() {
      return controlled.handle;
    },
  };
  return async (request) => {
    const { url } = request;
    const method = request.method === "HEAD" ? "GET" : request.method;
    if (isForeign(request)) return fail(403, "The control API rejects requests from other origins.");
    const below = url.pathname.slice(controlPrefix.length - 1);
    const path = templateOf(below);
    const found = getOwn(routes, `${method} ${path}`);
    if (!found) {
      const allowed = Object.keys(routes).flatMap((name) => (name.endsWith(` ${path}`) ? name.split(" ")[0]! : []));
      if (allowed.length > 0)
        return fail(405, `${method} is not allowed at ${url.pathname}. Use ${allowed.join(", ")}.`);
      return fail(
        404,
        `The control API has no path ${url.pathname}. It has ${[...new Set(Object.keys(routes).map((name) => name.split(" ")[1]))].join(", ")} under /_patchbay.`,
      );
    }
    try {
      const { body } = await withBody(request);
      return await found(method === "GET" || body.trim() === "" ? undefined : parse(body), server, url);
    } catch (error) {
      if (error instanceof ControlError) return fail(400, error.message, error.issues);
      if (error instanceof HttpError) return fail(error.status, error.message);
      throw error;
    }
  };
}

/** The route template of a path. */
function templateOf(path: string): string {
  if (path.startsWith("/sessions/")) return "/sessions/{name}";
  return /^\/journal\/\d{1,15}$/.test(path) ? "/journal/{id}" : path;
}

/** The 404 for a caller that may not use the control API. */
export function closedControl(fault = "The control API is closed to this request."): Reply {
  return fail(404, fault);
}

/**
 * Whether a request comes from a page of another origin, which must not control a server on this machine. The server's own
 * origin is the one in the `Host` header. A link on another page of this machine can open the dashboard.
 */
export function isForeign({ headers, url }: IncomingRequest): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin !== null && origin !== url.origin) return true;
  return site === "cross-site" || (site === "same-site" && headers.get("sec-fetch-mode") !== "navigate");
}

const routes: Readonly<Record<string, Handle>> = {
  "GET /": () => pageReply(),
  "GET /requests": (_, { handle }, url) => rowsReply(handle, readAfter(url)),
  "GET /journal/{id}": (_, { handle }, url) => entryReply(handle, url),
  "GET /spending": (_, { handle }) => json(spendingOf(handle), 200),
  "GET /openapi.json": async () => {
    const { default: document } = await import("../generated/control/openapi.json", { with: { type: "json" } });
    return json(document, 200);
  },
  "GET /health": () => json({ status: "ok" }, 200),
  "GET /rules": (_, { handle }) => json({ rules: handle.scenario.rules.map(toJsonRule) }, 200),
  "POST /rules": (body, { handle }) => {
    const rules = Array.isArray(body) ? (body as unknown[]) : [body];
    const { scenario } = handle;
    const faults = scenario.check(rules);
    refuse(
      Array.isArray(body) ? faults : faults.map((fault) => ({ ...fault, pointer: fault.pointer.slice("/0".length) })),
    );
    for (const rule of rules as Rule[]) scenario.add(rule);
    return json({ added: rules.length }, 201);
  },
  "DELETE /rules": (_, { handle }) => {
    handle.scenario.clear();
    return json({ rules: [] }, 200);
  },
  "GET /providers": (_, { handle }) => json(statesOf(handle), 200),
  "POST /providers": (body, { handle }) => {
    const { state } = handle;
    const states = asRecord(body);
    refuse(findProviderProblems(state, states));
    setProviderStates(state, states as ProviderStates);
    return json(statesOf(handle), 200);
  },
  "POST /clock": (body, { handle }) => {
    refuse(clockBody(body, ""));
    const { advanceMs } = body as { advanceMs: number };
    if (!advance(handle, advanceMs)) refuse(wrong("/advanceMs", beyondClock(advanceMs)));
    return json({ now: handle.state.now() }, 200);
  },
  "POST /credits": (body, { handle }) => {
    refuse(creditsBody(body, ""));
    const { account = "test", add, set } = body as { account?: string; add?: number; set?: number };
    const { balance } = accountOf(handle.state, toAccountName(account));
    const given = parseUsd((add ?? set)!);
    const bought = add === undefined ? given - balance.available : given;
    if (!Number.isFinite(toUsd(balance.totals.bought + bought)))
      refuse(
        wrong(
          add === undefined ? "/set" : "/add",
          `is ${add ?? set}. Together with the existing credits, it exceeds the largest number in JSON. Use a smaller amount.`,
        ),
      );
    balance.deposit(bought);
    return json({ account, available: toUsd(balance.available) }, 200);
  },
  "GET /journal": (_, { handle }, url) => {
    const after = readAfter(url);
    const { journal } = handle;
    return writeJournal(journal, after);
  },
  "DELETE /journal": (_, { handle }) => {
    handle.journal.clear();
    return json({ count: 0, entries: [] }, 200);
  },
  "POST /snapshots": (_, { snapshots, snapshot }) => json({ id: snapshots.add(snapshot()) }, 201),
  "POST /restore": (body, { snapshots, restore }) => {
    refuse(restoreBody(body, ""));
    const { id } = body as { id: number };
    const kept = snapshots.get(id);
    if (!kept)
      throw new ControlError(
        wrong(
          "/id",
          `must be the id of a stored snapshot, got ${id}. Snapshots created so far: ${snapshots.count}; only the newest are stored. Create one with POST /_patchbay/snapshots.`,
        ),
      );
    restore(kept);
    return json({ restored: id }, 200);
  },
  "GET /sessions": (_, { sessions }) => json({ sessions: poolOf(sessions).list() }, 200),
  "DELETE /sessions": (_, { sessions }) => {
    const pool = poolOf(sessions);
    return json({ deleted: pool.list().filter(({ name }) => pool.delete(name)).length }, 200);
  },
  "DELETE /sessions/{name}": (_, { sessions }, { pathname }) => {
    const name = pathname.slice(`${controlPrefix}sessions/`.length);
    if (poolOf(sessions).delete(name)) return json({ deleted: 1 }, 200);
    return fail(
      404,
      `The session ${JSON.stringify(name.slice(0, 100))} does not exist. GET /_patchbay/sessions lists the sessions.`,
    );
  },
  "POST /reset": (body, server) => {
    refuse(checkScenario(body));
    const scenario = (body ?? {}) as ScenarioFile;
    const unknown = findProviderProblems(server.handle.state, scenario.providers ?? {});
    refuse(unknown.map(({ message }) => ({ pointer: "/providers", message })));
    server.reset(scenario);
    return json({ reset: true }, 200);
  },
};

/** The `after` query parameter: the id of the entry after which a list of the journal begins. */
function readAfter({ searchParams }: URL): number {
  const unknown = [...searchParams.keys()].find((name) => name !== "after");
  if (unknown !== undefined)
    refuse(wrong("", `The query parameter ${JSON.stringify(unknown)} is not supported. Use \`after\`.`));
  const after = searchParams.get("after") ?? "0";
  if (!/^\d{1,15}$/.test(after))
    refuse(wrong("", `\`after\` must be the id of an entry, got ${JSON.stringify(after)}.`));
  return Number(after);
}

/** Characters of journal entries in one response, so that one request does not block the others. */
const longestPage = 4_000_000;

/** The entries after an id as JSON. If they do not fit into one response, `next` is the `after` of the next request. */
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
  throw new HttpError(404, "A session has no sessions. Send the request to the server, without /s/NAME.");
}

/** Spending in USD of the last 32 days, by model, provider and label of the key. */
function spendingOf({ state }: ServerHandle): Record<"model" | "provider" | "key", Record<string, number>> {
  const rows = state.activity.rows("0000-01-01", "9999-12-31");
  const by = (nameOf: (row: (typeof rows)[number]) => string): Record<string, number> => {
    const groups = [...Map.groupBy(rows, nameOf)].map(
      ([name, group]) => [name, group.reduce((sum, { cost }) => sum + cost, 0n)] as const,
    );
    return Object.fromEntries(groups.map(([name, amount]) => [name, toUsd(amount)]));
  };
  return {
    model: by(({ model }) => model),
    provider: by(({ provider }) => provider),
    key: by(({ keyHash }) => state.keys.get(keyHash)?.label ?? keyHash.slice(0, 8)),
  };
}

function statesOf({ state }: ServerHandle): Record<string, ProviderState> {
  const now = state.now();
  return Object.fromEntries(
    state.catalog.providers.map(({ slug }) => [slug, state.providers.stateOf(slug, slug, now)]),
  );
}

/** JSON cannot represent Infinity. */
function toJsonRule(rule: RuleStatus): Record<string, unknown> {
  return { ...rule, timesRemaining: Number.isFinite(rule.timesRemaining) ? rule.timesRemaining : null };
}

function asRecord(body: unknown): Record<string, unknown> {
  if (isRecord(body)) return body;
  throw new ControlError(wrong("", `expected a JSON object, got ${body === undefined ? "no body" : showValue(body)}`));
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonTextError) throw new ControlError(wrong("", `The body ${error.explain()}.`));
    throw error;
  }
}

const mostIssues = 20;

function fail(status: number, message: string, issues: readonly RuleProblem[] = []): Reply {
  const [first] = issues;
  const shown = issues.slice(0, mostIssues).map((issue) => ({ ...issue, message: redactJson(issue.message) }));
  const error = { code: status, message: redactJson(message), ...(first && { pointer: first.pointer, issues: shown }) };
  return json({ error }, status);
}
