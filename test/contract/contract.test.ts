import { ApiError, EventStream, Patchbay } from "@patchbay/client";
import { operations, type OperationId, type OperationInfo } from "@patchbay/spec";
import examples from "@patchbay/mock-server/examples.json" with { type: "json" };
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createJudgedServer, type JudgedServer } from "../support/judged-server.ts";

/** One call of a case. `$name` in a value is a value stored by an earlier step. */
interface Step {
  readonly operation: OperationId;
  /** A kind of key, the secret of an earlier step, or none. */
  readonly key: string | null;
  readonly input: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  /** A method other than the operation's. */
  readonly method?: string;
  /** Name → JSON pointer into the response. */
  readonly keep?: Record<string, string>;
}

interface Case extends Step {
  readonly name: string;
  readonly before?: readonly Step[];
  readonly status: number;
  /** A subset of the response; lists have the same length. */
  readonly expect?: unknown;
}

interface Result {
  readonly status: number;
  readonly body: unknown;
}

const folder = new URL("cases/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const cases = files.map(
  (name) => [name.replace(".json", ""), JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Case[]] as const,
);
const secrets: Readonly<Record<string, string>> = { inference: "sk-or-v1-test", management: "sk-or-mgmt-test" };

async function run(server: JudgedServer, step: Step, kept: Map<string, unknown>): Promise<Result> {
  const fill = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, member: unknown) =>
      typeof member === "string" && member.startsWith("$") ? kept.get(member.slice(1)) : member,
    ) as unknown;
  const key = step.key === null ? null : (secrets[step.key] ?? String(fill(step.key)));
  const input = fill(step.input) as Record<string, unknown>;
  const result = await call(server, { ...step, key, input });
  for (const [name, pointer] of Object.entries(step.keep ?? {})) {
    kept.set(
      name,
      pointer
        .slice(1)
        .split("/")
        .reduce<unknown>((at, word) => (at as Record<string, unknown>)[word], result.body),
    );
  }
  return result;
}

/** Sends a call through the client. A missing key or another method is set on the request itself. */
async function call(server: JudgedServer, { operation, key, input, headers = {}, method }: Step): Promise<Result> {
  let status = 0;
  const fetch = async (request: Request): Promise<Response> => {
    const sent = new Request(request, method ? { method, body: null } : {});
    if (key === null) sent.headers.delete("authorization");
    const response = await server.fetch(sent);
    status = response.status;
    return response;
  };
  const { stream }: OperationInfo = operations[operation];
  if (input.stream === true && stream?.typeField) return readStream(server, { operation, key, input });
  const client = new Patchbay({ apiKey: key ?? "none", fetch, maxRetries: 0, defaultHeaders: headers });
  const send = operation.split(".").reduce<unknown>((at, word) => (at as Record<string, unknown>)[word], client) as (
    input: unknown,
  ) => Promise<unknown>;
  try {
    const answer = await send(input);
    return { body: answer instanceof EventStream ? await Array.fromAsync(answer) : answer, status };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { body: error.body, status: error.status };
  }
}

/** Sends a request for a stream of typed events. The judged server validates them. */
async function readStream(
  server: JudgedServer,
  { operation, key, input }: Pick<Step, "operation" | "key" | "input">,
): Promise<Result> {
  const { method, path } = operations[operation];
  const response = await server.fetch(`http://localhost/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: await response.text() };
}

describe.each(cases)("%s", (_, list) => {
  test.each(list)("$name", async ({ before = [], status, expect: expected, ...step }) => {
    const server = createJudgedServer({ defaultReply: "echo" });
    const kept = new Map<string, unknown>();
    for (const earlier of before) expect((await run(server, earlier, kept)).status).toBeLessThan(300);
    const result = await run(server, step, kept);
    expect(result).toMatchObject({
      status,
      ...(expected !== undefined && {
        body: JSON.parse(JSON.stringify(expected), (_, value: unknown) =>
          value === "$id" ? kept.get("id") : value === "$hash" ? kept.get("hash") : value,
        ),
      }),
    });
    expect(await server.faults()).toEqual([]);
  });
});

test.each(Object.keys(operations) as OperationId[])(
  "the contract cases of %s include a success and a failure",
  (id) => {
    const own = cases.flatMap(([, list]) => list).filter(({ operation }) => operation === id);
    expect(own.some(({ status }) => status < 300)).toBe(true);
    expect(own.some(({ status }) => status >= 400)).toBe(true);
  },
);

/** Examples that refer to data that a new server does not have. */
const needsState = new Set([
  "keys.get",
  "keys.update",
  "keys.delete",
  "generations.get",
  "generations.getContent",
  "auth.exchangeCode",
]);

test.each(
  examples
    .filter(({ kind }) => kind === "request")
    .map(({ operation, name, value }) => [operation, name, value] as const),
)("the server accepts the example %s request.%s", async (operation, _, value) => {
  const server = createJudgedServer({ now: () => Date.parse("2025-11-20T23:06:40Z") });
  const { auth }: OperationInfo = operations[operation as OperationId];
  const { status, body } = await call(server, {
    operation: operation as OperationId,
    key: auth === "management" ? secrets.management! : secrets.inference!,
    input: value as Record<string, unknown>,
  });
  const meaning = needsState.has(operation) && [403, 404].includes(status);
  expect(meaning || status < 300, JSON.stringify(body)).toBe(true);
  expect(await server.faults()).toEqual([]);
});
