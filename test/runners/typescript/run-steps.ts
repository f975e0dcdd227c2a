import {
  ApiError,
  ConnectionError,
  getResponseInfo,
  OutputError,
  Patchbay,
  PatchbayError,
  StreamError,
  TimeoutError,
  type ClientOptions,
  type RequestOptions,
  type SchemaIssue,
} from "@patchbay/client";
import { getAttempts, type Fallback } from "@patchbay/agent";
import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { z } from "zod";
import type { CallSettings, ClientSettings, RunReport, Step, StepReport } from "../../judge/case-format.ts";
import { valueAt } from "../../judge/compare.ts";
import type { Run } from "../../judge/judge-server.ts";
import { callAgent, toAttempts, type Draft } from "./run-agent.ts";

/** Runs the steps of a case, and reports what happened. `fetch` replaces the network. */
export async function runSteps(
  { client: shared, steps }: Pick<Run, "client" | "steps">,
  fetch?: (request: Request) => Promise<Response>,
): Promise<RunReport> {
  const kept = new Map<string, unknown>();
  const logs: string[] = [];
  const reports: StepReport[] = [];
  const fallbacks = new Map<string, Fallback<unknown>>();
  for (const step of steps) {
    const { client: own, input, ...rest } = fill(step, kept) as Step;
    if (rest.waitMs) await sleep(rest.waitMs);
    const report = await runStep({ ...rest, input: input ?? {} }, { ...shared, ...own }, { logs, fetch, fallbacks });
    for (const [name, pointer] of Object.entries(step.keep ?? {})) kept.set(name, valueAt(report.value, pointer));
    reports.push(report);
  }
  return { steps: reports, logs };
}

/** Replaces each `"$name"` of a kept value. */
function fill(value: unknown, kept: ReadonlyMap<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === "string" && inner.startsWith("$") && kept.has(inner.slice(1)) ? kept.get(inner.slice(1)) : inner,
  ) as unknown;
}

/** What all clients of a run share. */
interface Shared {
  readonly logs: string[];
  /** Settings as JSON → the fallback, whose cooldown lasts from step to step. */
  readonly fallbacks: Map<string, Fallback<unknown>>;
  readonly fetch: ((request: Request) => Promise<Response>) | undefined;
}

async function runStep(step: Step, settings: ClientSettings, shared: Shared): Promise<StepReport> {
  const retries: number[] = [];
  const draft: Draft = { retries };
  const given = JSON.stringify(step.input);
  const signal = toSignal(step.cancelAfterMs);
  const started = performance.now();
  try {
    const client = new Patchbay(toClientOptions(settings, shared));
    const options = {
      ...toCallOptions(step.options),
      signal,
      onRetry: ({ delayMs }: { delayMs: number }) => retries.push(delayMs),
    };
    if (step.as === "run" || step.as === "fallback")
      await callAgent({ client, step, options, fallbacks: shared.fallbacks }, draft);
    else await call(client, step, options, draft);
  } catch (error) {
    if (step.as === "run" || step.as === "fallback") draft.attempts = toAttempts(getAttempts(error));
    draft.error = signal?.aborted && error === signal.reason ? { class: "abort" } : toErrorReport(error);
  }
  // Vectors are typed arrays, which are not lists in JSON.
  const report = {
    ...draft,
    elapsedMs: performance.now() - started,
    inputChanged: JSON.stringify(step.input) !== given,
  };
  return JSON.parse(
    JSON.stringify(report, (_, value: unknown) => (value instanceof Float32Array ? [...value] : value)),
  ) as StepReport;
}

type AnyStream = AsyncIterable<unknown> & {
  textStream(): AsyncIterable<string>;
  events(): AsyncIterable<unknown>;
  final(): Promise<object>;
};
type AnyMethod = (
  input: object,
  options: RequestOptions,
) => AsyncIterable<unknown> & PromiseLike<object> & { asResponse(): Promise<Response> };

async function call(client: Patchbay, step: Step, options: RequestOptions, draft: Draft): Promise<void> {
  const { op, as = "value", schema } = step;
  const more = step.options?.body;
  // Fields beyond the contract are fields of the input. Without any, the SDK receives the very object of the case.
  const input = more ? { ...step.input, ...more } : step.input!;
  const path = op.split(".");
  const verb = path.pop()!;
  const resource = path.reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], client);
  const send = (name: string, own?: object): ReturnType<AnyMethod> =>
    (resource as Record<string, AnyMethod>)[name]!(own ? { ...input, ...own } : input, options);
  if (as === "raw") {
    const response = await send(verb).asResponse();
    draft.value = { status: response.status, headers: Object.fromEntries(response.headers) };
    draft.value = { ...(draft.value as object), text: await response.text() };
  } else if (as === "pages") await read(send(verb), step, (draft.items = []));
  else if (as === "vectors") draft.value = ((await send("embed")) as { vectors?: unknown }).vectors;
  else if (as === "stream") {
    const stream = (await send(verb, { stream: true })) as AnyStream;
    draft.info = infoOf(stream);
    await read(stream, step, (draft.events = []));
    if (step.readTwice) await read(stream, step, []);
  } else if (as === "text" || as === "events" || as === "final") {
    const stream = send("stream") as unknown as AnyStream;
    if (as === "final") draft.value = await stream.final();
    if (as === "events") await read(stream.events(), step, (draft.events = []));
    if (as === "text") await readText(stream, step, draft);
    draft.info = infoOf(stream);
  } else {
    const value = await (as === "parse" ? send("parse", { output: toOutput(schema!) }) : send(verb));
    draft.value = value;
    if (as === "parse") draft.parsed = (value as { parsed?: unknown }).parsed;
    draft.info = infoOf(value);
  }
}

/** A schema that is sent unchanged, and against which the SDK validates the output. */
function toOutput(jsonSchema: NonNullable<Step["schema"]>): object {
  return { schema: z.fromJSONSchema(jsonSchema), jsonSchema };
}

/** Reads a loop into a list, which keeps what arrived before an error. */
async function read(items: AsyncIterable<unknown>, { stopAfter, pauseMs }: Step, into: unknown[]): Promise<void> {
  for await (const item of items) {
    into.push(item);
    if (into.length === stopAfter) break;
    if (pauseMs) await sleep(pauseMs);
  }
}

async function readText(stream: AnyStream, step: Step, draft: Draft): Promise<void> {
  const pieces: string[] = [];
  try {
    await read(stream.textStream(), step, pieces);
  } finally {
    draft.text = pieces.join("");
  }
}

function infoOf(result: object): StepReport["info"] {
  const { attempts, requestId, generationId, response } = getResponseInfo(result) ?? {};
  const headers = response && Object.fromEntries(response.headers);
  return { attempts, requestId, generationId, status: response?.status, headers };
}

function toSignal(cancelAfterMs: number | undefined): AbortSignal | undefined {
  if (cancelAfterMs === undefined) return undefined;
  return cancelAfterMs === 0 ? AbortSignal.abort() : AbortSignal.timeout(cancelAfterMs);
}

/** The options of a client or a call, under the names of this SDK. Absent ones stay absent. */
function toLimits(given: ClientSettings | CallSettings): RequestOptions {
  const { timeoutMs: timeout, idleTimeoutMs: idleTimeout, totalTimeoutMs: totalTimeout } = given;
  return {
    timeout,
    idleTimeout,
    totalTimeout,
    maxRetries: given.maxRetries,
    retryNonIdempotent: given.retryNonIdempotent,
  };
}

function toCallOptions(given: CallSettings = {}): RequestOptions {
  const { idempotencyKey, headers, query, poll } = given;
  const more = { idempotencyKey, headers, query: query as RequestOptions["query"], ...(poll && { poll }) };
  return { ...toLimits(given), ...more };
}

function toClientOptions(given: ClientSettings, { logs, fetch }: Shared): ClientOptions {
  const { apiKey, managementKey, baseURL, headers, app, logLevel } = given;
  let attempt = 0;
  const write = (...parts: unknown[]): void => void logs.push(parts.map((part) => inspect(part)).join(" "));
  return {
    ...toLimits(given),
    apiKey: Array.isArray(apiKey) ? () => String(apiKey[attempt++]) : ((apiKey as string | null) ?? undefined),
    managementKey: managementKey ?? undefined,
    baseURL,
    fetch,
    defaultHeaders: headers,
    app,
    ...(logLevel && { logLevel, logger: { info: write, debug: write } }),
  };
}

const classes = [
  ["api", ApiError],
  ["connection", ConnectionError],
  ["timeout", TimeoutError],
  ["stream", StreamError],
  ["output", OutputError],
  ["usage", PatchbayError],
] as const;

function toErrorReport(error: unknown): Record<string, unknown> {
  const found = classes.find(([, type]) => error instanceof type);
  const { headers, message, ...facts } = error as ApiError;
  return {
    ...facts,
    class: found?.[0] ?? "other",
    message,
    // Details are not enumerable, so that they are not printed.
    ...Object.fromEntries(details.map((name) => [name, (error as Record<string, unknown> | undefined)?.[name]])),
    ...(headers && { headers: Object.fromEntries(headers) }),
    ...(error instanceof OutputError && { issues: error.issues.map(toIssueReport) }),
    printed: `${inspect(error)} ${JSON.stringify(error)}`,
  };
}

function toIssueReport({ message, path = [] }: SchemaIssue): object {
  return { message, path: path.map((part) => `/${String(typeof part === "object" ? part.key : part)}`).join("") };
}

const details = ["attempts", "partial", "body", "responseText", "metadata", "rateLimit", "text", "issues"] as const;
