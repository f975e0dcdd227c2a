import { baseURL, type Detail, type Entry } from "./api.ts";
import { copyButton, make } from "./dom.ts";
import { formatDuration, formatUsd, nameOf, timeOfDay, toneOf } from "./format.ts";
import { longText, pretty } from "./long-text.ts";
import { routingSection, timelineSection } from "./routing.ts";
import { completionText, finishReason, generationId, textIn, usageOf } from "./usage.ts";

/** All details of a request, as sections. */
export function sectionsOf(detail: Detail): HTMLElement[] {
  const { entry } = detail;
  const sections = [
    factsSection(detail),
    timelineSection(entry),
    routingSection(entry),
    costSection(entry),
    missesSection(entry),
    requestSection(entry),
    responseSection(entry),
  ];
  return sections.filter((section) => section !== undefined);
}

function factsSection({ entry, key }: Detail): HTMLElement {
  const { ended, headers, input } = entry;
  const session = headers["x-session-id"] ?? input.session_id;
  const status = make(
    "span",
    { class: `badge ${toneOf(entry.status)}` },
    entry.status === 0 ? "broken" : String(entry.status),
  );
  return make(
    "section",
    { "data-part": "facts" },
    facts([
      ["Status", status],
      ["Time", `${timeOfDay(entry.timestamp)}, ${new Date(entry.timestamp).toLocaleDateString()}`],
      ["Duration", `${formatDuration(entry.durationMs)} until the response was ready`],
      ["Request", `${entry.method} ${entry.path}`],
      ["Model", typeof input.model === "string" ? input.model : undefined],
      ["Provider", textIn(entry, "provider")],
      ["Finish reason", finishReason(entry)],
      ["Generation", generationId(entry)],
      ["Key", key && `${key.label}, account ${key.account}`],
      ["Session", typeof session === "string" ? session : undefined],
      ["Rule", entry.rule],
      ["Sent", sentText(ended, Array.isArray(entry.response))],
    ]),
  );
}

function sentText(ended: Entry["ended"], isStream: boolean): string {
  if (!ended) return "The response is being sent";
  const what = isStream ? `${ended.sent} ${ended.sent === 1 ? "event" : "events"}` : "the whole response";
  return ended.complete ? what : `${isStream ? what : "part of the response"}, then the client disconnected`;
}

function costSection(entry: Entry): HTMLElement | undefined {
  const usage = usageOf(entry);
  if (!usage && entry.cost === 0) return undefined;
  const { prompt = 0, completion = 0, cached = 0, reasoning = 0, promptCost, completionCost } = usage ?? {};
  const other = entry.cost - (promptCost ?? 0) - (completionCost ?? 0);
  const rows: [string, string][] = [
    [
      `Prompt, ${prompt} tokens${cached > 0 ? `, ${cached} of them cached` : ""}`,
      promptCost === undefined ? "" : formatUsd(promptCost),
    ],
    [
      `Completion, ${completion} tokens${reasoning > 0 ? `, ${reasoning} of them reasoning` : ""}`,
      completionCost === undefined ? "" : formatUsd(completionCost),
    ],
  ];
  if (promptCost !== undefined && Math.abs(other) >= 5e-9)
    rows.push(["Fees, server tools and discounts", formatUsd(other)]);
  return make(
    "section",
    { "data-part": "cost" },
    make("h3", {}, "Cost"),
    make(
      "dl",
      { class: "amounts" },
      ...rows.flatMap(([name, amount]) => [make("dt", {}, name), make("dd", {}, amount)]),
      make("dt", { class: "total" }, "Charged"),
      make("dd", { class: "total" }, formatUsd(entry.cost)),
    ),
  );
}

function missesSection({ nearMisses }: Entry): HTMLElement | undefined {
  if (nearMisses.length === 0) return undefined;
  return make(
    "section",
    { "data-part": "misses" },
    make("h3", {}, "Rules that almost applied"),
    make(
      "ul",
      { class: "plain" },
      ...nearMisses.map(({ rule, differences }) => {
        const all = differences.map(
          ({ field, expected, received }) => `${field} expected ${expected}, got ${received}`,
        );
        return make("li", {}, make("b", {}, rule), `: ${all.join("; ")}`);
      }),
    ),
  );
}

function requestSection(entry: Entry): HTMLElement {
  const { body, headers, query } = entry;
  const named = Object.entries(headers);
  return make(
    "section",
    { "data-part": "request" },
    make("h3", {}, "Request"),
    make(
      "div",
      { class: "tools" },
      copyButton("Copy as curl", () => toCurl(entry)),
    ),
    named.length > 0
      ? make("details", { open: "" }, make("summary", {}, `Headers (${named.length})`), facts(named))
      : undefined,
    query.length > 0
      ? make("details", { open: "" }, make("summary", {}, `Query (${query.length})`), facts(query))
      : undefined,
    requestBody(body),
  );
}

function requestBody(body: string | undefined): HTMLElement {
  if (body === undefined)
    return make(
      "p",
      { class: "muted" },
      "No body is stored: the request had none, was rejected before its key was accepted, or is too old.",
    );
  return body === "" ? make("p", { class: "muted" }, "The request had no body.") : longText("Body", pretty(body));
}

function responseSection(entry: Entry): HTMLElement {
  const { response } = entry;
  const text = completionText(entry);
  const isStream = Array.isArray(response);
  const events = isStream
    ? (response as unknown[]).map((event) => (typeof event === "string" ? event : JSON.stringify(event)))
    : [];
  return make(
    "section",
    { "data-part": "response" },
    make("h3", {}, "Response"),
    text === "" ? undefined : longText("Text", text),
    response === undefined
      ? make(
          "p",
          { class: "muted" },
          "The response is not stored: it had no body, or the journal discarded it for newer requests.",
        )
      : longText(isStream ? `Events (${events.length})` : "Body", isStream ? events.join("\n") : pretty(response)),
  );
}

/** The request as a curl command. The key is not in the journal. */
function toCurl({ method, path, query, body }: Entry): string {
  const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const search = query.length === 0 ? "" : `?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`;
  const url = `${baseURL.replace(/\/api\/v1$/, "")}${path}${search}`;
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}${quote(url)}`,
    '-H "authorization: Bearer $OPENROUTER_API_KEY"',
  ];
  if (body) lines.push(`-H ${quote("content-type: application/json")}`, `-d ${quote(body)}`);
  return lines.join(" \\\n  ");
}

function facts(pairs: readonly (readonly [name: string, value: Node | string | undefined])[]): HTMLElement {
  return make(
    "dl",
    { class: "facts" },
    ...pairs.flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [make("dt", {}, name), make("dd", {}, value)],
    ),
  );
}

/** The heading of a request. */
export const titleOf = (entry: Entry): string => `#${entry.id} ${nameOf(entry)}`;
