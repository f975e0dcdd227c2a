import { operations, type OperationId, type OperationInfo } from "@patchbay/spec";
import { parseScenario } from "@patchbay/mock-server";
import { validators } from "@patchbay/mock-server/validators";
import { features, readings, type Case, type Expected, type Step } from "./case-format.ts";
import { isMatcher, isObject, isPointerMap, matchers } from "./compare.ts";
import { toScenario, variantsOf } from "./expand.ts";

const limits = "timeoutMs idleTimeoutMs totalTimeoutMs maxRetries retryNonIdempotent";

/** The fields of each part of a case. */
const fields = {
  case: "id title needs client server vary malformed steps expect",
  server: "replies rules providers credits defaultReply strict seed tokenDelay closeIdleMs",
  vary: "split newline",
  client: `${limits} apiKey managementKey baseURL headers app logLevel`,
  options: `${limits} idempotencyKey headers query body poll`,
  step: "op as key client input schema options fallback run streams keep stopAfter cancelAfterMs waitMs pauseMs readTwice expect",
  report: "value parsed items events text info error retries attempts elapsedMs",
  fallback: "models actions firstTokenTimeoutMs retryDelayMs cooldown",
  run: "tools maxSteps maxCost",
  tool: "name description parameters result error delayMs",
  info: "attempts requestId generationId status headers",
  error:
    "class message printed attempts partial status code errorType provider metadata requestId generationId headers body " +
    "responseText retryable retryAfterMs rateLimit affordableTokens requestSent phase reason text issues",
  expect: "requests waitsMs logs lack",
  logs: "contain lack",
  request: "method path operation key headers query body status left",
};

/** The groups of the table. */
const groups = [
  "operations",
  "requests",
  "headers",
  "responses",
  "errors",
  "retries",
  "stream",
  "stream-failures",
  "time",
  "accumulation",
  "pages",
  "parse",
  "fallback",
] as const;

const isGroup = (name: string): boolean => (groups as readonly string[]).includes(name);

/** Returns the mistakes in a case, each with the place. */
export async function checkCase(value: unknown): Promise<string[]> {
  if (!isObject(value)) return ["a case is an object"];
  const given = value as unknown as Case;
  const wrong = [...checkShape(given)];
  if (wrong.length > 0) return wrong;
  return [...(await checkServer(given)), ...checkInputs(given)];
}

function* checkShape(given: Case): Generator<string> {
  const { id, title, steps, expect, vary, client, server, needs = [] } = given;
  yield* unknown(given, fields.case, "");
  if (typeof id !== "string" || !/^[a-z-]+\/[a-z0-9-]+$/.test(id))
    yield `/id must be "group/name" in kebab-case, got ${JSON.stringify(id)}`;
  else if (!isGroup(id.split("/")[0]!)) yield `/id must begin with one of the groups ${groups.join(", ")}`;
  if (typeof title !== "string" || title === "") yield "/title must say what the SDK does";
  for (const need of needs) if (!features.includes(need)) yield `/needs has the unknown feature ${need}`;
  yield* unknown(vary ?? {}, fields.vary, "/vary");
  yield* unknown(client ?? {}, fields.client, "/client");
  yield* unknown(server ?? {}, fields.server, "/server");
  if (!Array.isArray(steps) || steps.length === 0) yield "/steps must have at least one step";
  else {
    if (!expect && steps.every((step: Step) => step.expect === undefined))
      yield "the case expects nothing: add `expect` to the case or to a step";
    for (const [index, step] of (steps as Step[]).entries()) yield* checkStep(step, `/steps/${index}`);
  }
  yield* checkCaseExpectation(expect ?? {});
}

function* checkCaseExpectation(expect: NonNullable<Case["expect"]>): Generator<string> {
  yield* unknown(expect, fields.expect, "/expect");
  yield* unknown(expect.logs ?? {}, fields.logs, "/expect/logs");
  yield* checkExpected(expect.waitsMs, "/expect/waitsMs");
  for (const [index, { headers = {}, ...request }] of (expect.requests ?? []).entries()) {
    const at = `/expect/requests/${index}`;
    yield* unknown(request, fields.request, at);
    for (const name of Object.keys(headers))
      if (name !== name.toLowerCase()) yield `${at}/headers/${name} must be in lower case`;
    for (const [name, expected] of Object.entries({ ...request, ...headers }))
      yield* checkExpected(expected, `${at}/${name}`);
  }
}

function* checkStep(step: Step, at: string): Generator<string> {
  const { op, as = "value", expect = {} } = step;
  yield* unknown(step, fields.step, at);
  yield* unknown(step.options ?? {}, fields.options, `${at}/options`);
  yield* unknown(step.client ?? {}, fields.client, `${at}/client`);
  const operation: OperationInfo | undefined = operations[op];
  if (!operation) yield `${at}/op: the contract has no operation ${JSON.stringify(op)}`;
  if (!readings.includes(as)) yield `${at}/as must be one of ${readings.join(", ")}`;
  if (["stream", "text", "events", "final"].includes(as) && !operation?.stream) yield `${at}/as: ${op} does not stream`;
  if (as === "pages" && !operation?.pagination) yield `${at}/as: ${op} has no pages`;
  if (as === "parse" && !step.schema) yield `${at}/schema is missing: "parse" needs the JSON Schema of the output`;
  if (step.input && "stream" in step.input) yield `${at}/input/stream: write "as": "stream" instead`;
  yield* checkFallback(step, at);
  const { error = {}, info = {}, ...plain } = expect;
  yield* unknown(expect, fields.report, `${at}/expect`);
  yield* unknown(info, fields.info, `${at}/expect/info`);
  yield* unknown(error, fields.error, `${at}/expect/error`);
  for (const [name, expected] of Object.entries({ ...plain, ...info, ...error }))
    yield* checkExpected(expected, `${at}/expect/${name}`);
}

function* checkFallback({ op, as, fallback, run, streams, input }: Step, at: string): Generator<string> {
  if (as === "run" && op !== "chat.completions.create") yield `${at}/op: a run sends chat.completions.create`;
  if (as === "fallback" && !fallback) yield `${at}/fallback is missing`;
  if (as !== "run" && run) yield `${at}/run belongs to "as": "run"`;
  if (streams && (as !== "fallback" || op !== "chat.completions.create"))
    yield `${at}/streams belongs to "as": "fallback" of chat.completions.create`;
  if (as !== "fallback" && as !== "run" && fallback) yield `${at}/fallback belongs to "as": "fallback" or "run"`;
  if (fallback && input && "model" in input) yield `${at}/input/model: the models are those of the fallback`;
  yield* unknown(fallback ?? {}, fields.fallback, `${at}/fallback`);
  yield* unknown(run ?? {}, fields.run, `${at}/run`);
  for (const tool of run?.tools ?? []) yield* unknown(tool, fields.tool, `${at}/run/tools`);
}

/** Finds misspelled matchers, and objects that mix matchers, pointers and fields. */
function* checkExpected(expected: Expected, at: string): Generator<string> {
  if (Array.isArray(expected))
    for (const [index, inner] of expected.entries()) yield* checkExpected(inner, `${at}/${index}`);
  if (!isObject(expected)) return;
  if (isMatcher(expected)) {
    for (const name of Object.keys(expected))
      if (!matchers.has(name)) yield `${at}: ${name} is not a matcher; use ${[...matchers].join(", ")}`;
  } else if (!isPointerMap(expected) && Object.keys(expected).some((key) => /^[$/]/.test(key)))
    yield `${at} mixes matchers, pointers and fields`;
  for (const [name, inner] of Object.entries(expected)) yield* checkExpected(inner, `${at}/${name}`);
}

function* unknown(value: object, known: string, at: string): Generator<string> {
  for (const name of Object.keys(value))
    if (!known.split(" ").includes(name)) yield `${at}/${name} is unknown; use ${known}`;
}

/** The mock server checks the scenario of each variant. */
async function checkServer(given: Case): Promise<string[]> {
  const [variant] = variantsOf(given);
  try {
    await parseScenario(JSON.stringify(toScenario(given.server ?? {}, variant!)), "/server");
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Validates the input of each step against the contract. */
function* checkInputs({ steps, malformed }: Case): Generator<string> {
  if (malformed) return;
  for (const [index, { op, input: given = {}, options, fallback }] of steps.entries()) {
    const input = fallback ? { ...given, model: fallback.models[0] } : given;
    // The value that a later step fills in is not known here.
    if (/"\$\w+"/.test(JSON.stringify(input))) continue;
    for (const [part, isValid] of Object.entries(validate(op, input, options?.headers)))
      if (!isValid)
        yield `/steps/${index}/input: the ${part} break the contract. Correct them, or set "malformed" if that is meant`;
  }
}

function validate(
  op: OperationId,
  input: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string | null>> = {},
): Readonly<Record<string, boolean>> {
  const { body: hasBody, queryParameters = {}, pathParameters = [] }: OperationInfo = operations[op];
  const own = validators[op];
  const isParameter = (name: string): boolean => !hasBody || pathParameters.includes(name) || name in queryParameters;
  const entries = Object.entries(input);
  const parameters = entries
    .filter(([name]) => isParameter(name))
    // A list is one text with commas.
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : value]);
  const sent = Object.entries(headers).filter(([, value]) => value !== null);
  return {
    parameters: own.parameters?.(Object.fromEntries(parameters)) ?? true,
    headers: own.headers(Object.fromEntries(sent)),
    "body fields": own.body?.(Object.fromEntries(entries.filter(([name]) => !isParameter(name)))) ?? true,
  };
}
