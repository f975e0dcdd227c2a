import { operations, type OperationId, type OperationInfo } from "@patchbay/spec";
import examples from "@patchbay/mock-server/examples.json" with { type: "json" };
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Case, Step } from "../judge/case-format.ts";
import { evaluate } from "../judge/evaluate.ts";
import { toScenario, variantsOf } from "../judge/expand.ts";
import { loadCases } from "../judge/load-cases.ts";
import { runSteps } from "../runners/typescript/run-steps.ts";
import { createJudgedServer, type JudgedServer } from "../support/judged-server.ts";

/** A request that an SDK cannot send: without a key, with another method, or without a required field. */
interface ServerCase {
  readonly name: string;
  readonly operation: OperationId;
  readonly key: string | null;
  readonly input: Readonly<Record<string, unknown>>;
  /** A method other than the operation's. */
  readonly method?: string;
  readonly status: number;
  /** A subset of the response. */
  readonly expect?: unknown;
}

const keys = { inference: "sk-or-v1-conformance", management: "sk-or-mgmt-conformance" };
const serverCases = JSON.parse(
  readFileSync(new URL("cases/server.json", import.meta.url), "utf8"),
) as readonly ServerCase[];
const cases = (await loadCases()).filter(({ id }) => id.startsWith("operations/"));

/** The key that an operation takes if a step names none. */
const keyOf = (operation: OperationId): "inference" | "management" =>
  operations[operation].auth === "management" ? "management" : "inference";

async function send(server: JudgedServer, { operation, key, input, method }: ServerCase): Promise<Response> {
  const { path, method: own, body }: OperationInfo = operations[operation];
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(input[name]));
  return server.fetch(`http://localhost/api/v1${filled}`, {
    method: method ?? own,
    headers: key === null ? {} : { authorization: `Bearer ${keys[key as keyof typeof keys]}` },
    ...(body && { body: JSON.stringify(input) }),
  });
}

// The runners play these cases on a port. Here, a second validator checks each response of the server.
describe("every response conforms to the contract", () => {
  test.each(cases)("$id", async (given) => {
    const server = createJudgedServer(toScenario(given.server ?? {}, variantsOf(given)[0]!));
    const steps = given.steps.map(({ key, expect: _, ...step }): Step => {
      const secret = key === "inference" || key === "management" ? keys[key] : key;
      return { ...step, client: { ...step.client, ...(secret && { apiKey: secret, managementKey: secret }) } };
    });
    const client = { ...given.client, apiKey: keys.inference, managementKey: keys.management };
    const report = await runSteps({ client, steps }, server.fetch);
    expect(evaluate(given, { report, journal: server.journal.entries(), keys })).toEqual([]);
    expect(await server.faults()).toEqual([]);
  });

  test.each(serverCases)("$name", async (given) => {
    const server = createJudgedServer();
    const response = await send(server, given);
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: given.status,
      ...(given.expect !== undefined && { body: given.expect }),
    });
    expect(await server.faults()).toEqual([]);
  });
});

/** Whether a step of a case fails, or succeeds. */
const fails = ({ expect: expected }: Step): boolean => expected?.error !== undefined;

test.each(Object.keys(operations) as OperationId[])("the cases of %s include a success and a failure", (id) => {
  const own = cases.flatMap(({ steps }: Case) => steps).filter(({ op, expect: expected }) => op === id && expected);
  expect(own.some((step) => !fails(step))).toBe(true);
  expect(own.some(fails)).toBe(true);
});

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
    .map(({ operation, name, value }) => [operation as OperationId, name, value as Record<string, unknown>] as const),
)("the server accepts the example %s request.%s", async (op, _, value) => {
  const server = createJudgedServer({ now: () => Date.parse("2025-11-20T23:06:40Z") });
  const { stream, ...input } = value;
  const step: Step = { op, input, as: stream === true ? "stream" : "value", client: { maxRetries: 0 } };
  const report = await runSteps({ client: { apiKey: keys[keyOf(op)] }, steps: [step] }, server.fetch);
  const { error } = report.steps[0]!;
  const meaning = needsState.has(op) && [403, 404].includes(Number(error?.status));
  expect(meaning || error === undefined, JSON.stringify(error)).toBe(true);
  expect(await server.faults()).toEqual([]);
});
