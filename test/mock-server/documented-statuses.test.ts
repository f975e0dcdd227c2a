// Every status that an operation returns is in the contract, for any request.
import { operations, type OperationInfo } from "@patchbay/spec";
import examples from "@patchbay/mock-server/examples.json" with { type: "json" };
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createJudgedServer, type JudgedServer } from "../support/judged-server.ts";

type Json = Record<string, unknown>;

const all: readonly OperationInfo[] = Object.values(operations);
const inputs = new Map(
  all.map(({ id }) => [
    id,
    examples.flatMap(({ operation, kind, value }) =>
      operation === id && kind === "request" ? [value as unknown as Json] : [],
    ),
  ]),
);

let server: JudgedServer;
let disabledKey: string;
beforeAll(async () => {
  server = createJudgedServer({ credits: 100_000 });
  const headers = { authorization: "Bearer sk-or-mgmt-statuses" };
  const made = await server.fetch("http://localhost/api/v1/keys", { method: "POST", headers, body: '{"name":"k"}' });
  const { key, data } = (await made.json()) as { key: string; data: { hash: string } };
  await server.fetch(`http://localhost/api/v1/keys/${data.hash}`, { method: "DELETE", headers });
  disabledKey = key;
});

interface Sent {
  readonly key: string | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

async function send({ path, method }: OperationInfo, { key, path: names, query, headers, body }: Sent): Promise<void> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? "x");
  const response = await server.fetch(`http://localhost/api/v1${filled}${query}`, {
    method,
    headers: { ...(key !== undefined && { authorization: key }), ...headers },
    ...(method !== "GET" && body !== undefined && { body }),
  });
  await response.text();
}

const goodKeys = ["Bearer sk-or-v1-statuses", "Bearer sk-or-mgmt-statuses"];
const badKeys = ["disabled", "Bearer ", "Basic eA==", "Bearer undefined", undefined];
const keys = fc.oneof({ arbitrary: fc.constantFrom(...goodKeys), weight: 5 }, fc.constantFrom(...badKeys));
const names = fc.constantFrom(
  "openai",
  "gpt-5-mini",
  "unknown",
  "%20",
  "%ff",
  "%",
  "..%2f",
  "a%00b",
  "💧",
  "x".repeat(300),
);
const texts = fc.oneof(
  fc.constantFrom("1", "-1", "0", "1e400", "true", "null", "", "text", "2025-01-01", "openai,google"),
  fc.string(),
);
const headerNames = [...new Set(all.flatMap(({ headers }) => headers))];
const oddHeaders = fc.dictionary(
  fc.constantFrom(...headerNames, "content-encoding", "content-type", "content-length", "accept"),
  fc.constantFrom(
    "true",
    "x".repeat(500),
    "gzip",
    "compress",
    "application/json; charset=utf-16",
    "-1",
    "1e9",
    "text/plain",
  ),
  { maxKeys: 2, noNullPrototype: true },
);
/** Replaces one member somewhere in an example by any JSON value, or omits it. */
const spoilt = (value: Json): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...Object.keys(value), "added"), fc.jsonValue(), fc.boolean())
    .map(([name, other, drops]) => {
      const { [name]: _, ...rest } = value;
      return JSON.stringify(drops ? rest : { ...rest, [name]: other });
    });

test.each(all.map((operation) => [operation.id, operation] as const))(
  "%s returns only documented statuses, with the documented body",
  async (id, operation) => {
    const examplesOf = inputs.get(id)!;
    const own = {
      ...Object.fromEntries(Object.keys(operation.queryParameters ?? {}).map((name) => [name, ""])),
      other: "",
    };
    const bodies = fc.oneof(
      fc.constantFrom("", "{", "[]", "null", '"text"', "{}", '{"__proto__":1}', "[".repeat(2000), undefined),
      ...examplesOf.flatMap((value) => [fc.constant(JSON.stringify(value)), spoilt(value)]),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    const queries = fc
      .array(fc.tuple(fc.constantFrom(...Object.keys(own)), texts), { maxLength: 3 })
      .map((pairs) => (pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`));
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          key: keys,
          path: fc.record({ author: names, slug: names, hash: names }),
          query: queries,
          headers: oddHeaders,
          body: bodies,
        }),
        async (sent) => {
          await send(operation, { ...sent, key: sent.key === "disabled" ? `Bearer ${disabledKey}` : sent.key });
          expect(await server.faults()).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  },
);

test("no operation returns a 5xx for a client mistake", () => {
  const statuses = server.journal.entries().map(({ status }) => status);
  expect(statuses.length).toBeGreaterThan(500);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
});
