import type { HeaderReader } from "../http/request.ts";
import type { InputValidators, OperationId, OperationInfo, RequestIssue } from "@patchbay/spec";
import { eagerValidators } from "../generated/contract/eager-validators.ts";
import { getOwn } from "@patchbay/engine/data/get-own";
import { explain, mostIssues } from "./explain.ts";
import { findForbiddenName } from "./forbidden-name.ts";
import { promptAsMessages } from "./legacy-prompt.ts";
import { withoutNulls } from "./null-is-absent.ts";
import { createPace } from "../context/pace.ts";
import { hasNull } from "../json/json-limits.ts";
import { checkJsonLimits, JsonTextError, parseJson, parseWithinLimits } from "../json/parse-json.ts";
import { HttpError } from "../http/http-error.ts";

/** The raw input of a request, before it is validated. */
export interface RawInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: HeaderReader;
  readonly body: string;
  /** Aborted when the client disconnects. */
  readonly signal?: AbortSignal | undefined;
}

/** Longer text is read in steps with pauses in between, since each step takes long. In characters. */
const longText = 1_000_000;

/**
 * Parses and validates the input of an operation. Throws an `HttpError` that lists the mistakes. Only declared query
 * parameters are read; others are ignored, as the API does.
 */
export function readInput(
  operation: OperationInfo,
  input: RawInput,
): Record<string, unknown> | Promise<Record<string, unknown>> {
  const validator = validatorsOf(operation);
  if (!validator || input.body.length > longText) return readInSteps(operation, input);
  try {
    return readParts(operation, input, validator);
  } catch (error) {
    throw error instanceof JsonTextError ? toHttpError(error) : error;
  }
}

/** Reads a long body, or the first one of a large operation. */
async function readInSteps(operation: OperationInfo, input: RawInput): Promise<Record<string, unknown>> {
  const isLong = input.body.length > longText;
  try {
    if (operation.body && isLong) await checkLongBody(input);
    return await readParts(operation, input, validatorsOf(operation) ?? (await loadValidators())[operation.id]);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    if (isLong) await createPace(input.signal).pause();
    throw toHttpError(error);
  }
}

/** Checks the limits of a long body in a separate step. */
async function checkLongBody({ body, signal }: RawInput): Promise<void> {
  const pace = createPace(signal);
  await pace.pause();
  checkJsonLimits(body);
  await pace.pause();
}

type OperationValidators = InputValidators[OperationId];

/** The validators of an operation; `undefined` if they are not loaded yet. */
function validatorsOf({ id }: OperationInfo): OperationValidators | undefined {
  return (loaded ?? eager)[id];
}

const eager: Partial<InputValidators> = eagerValidators;
let loaded: InputValidators | undefined;

/** Loads the validators of the large operations. */
async function loadValidators(): Promise<InputValidators> {
  const { lazyValidators } = await import("../generated/contract/lazy-validators.ts");
  return (loaded ??= { ...eagerValidators, ...lazyValidators });
}

function readParts(
  operation: OperationInfo,
  { path, query, headers, body }: RawInput,
  validator: OperationValidators,
): Record<string, unknown> | Promise<Record<string, unknown>> {
  const parameters = query.size === 0 ? path : { ...path, ...readQuery(operation, query) };
  const parsed = operation.body ? asSent(operation, parseBody(body)) : undefined;

  const sent = readHeaders(operation, headers);

  const goodParameters = validator.parameters?.(parameters) ?? true;
  const goodHeaders = validator.headers(sent);
  const goodBody = validator.body?.(parsed) ?? true;
  if (!goodParameters || !goodHeaders || !goodBody)
    return throwIssues(operation, {
      ...(!goodParameters && { parameters }),
      ...(!goodHeaders && { headers: sent }),
      ...(!goodBody && { body: { value: parsed } }),
    });
  // Most operations with a body have no parameters, and their body need not be copied. In the contract, parameters and
  // body fields never share a name, so a body cannot replace a parameter.
  const isBodyAlone = operation.body && !operation.queryParameters && operation.path.indexOf("{") < 0;
  const join = (sent: unknown): Record<string, unknown> =>
    isBodyAlone
      ? (sent as Record<string, unknown>)
      : { ...(sent as Record<string, unknown> | undefined), ...parameters };
  return parsed !== undefined && hasNull(body) ? withoutNullsOf(operation, parsed).then(join) : join(parsed);
}

/** Validates that a body conforms to the contract. */
function asSent({ id }: OperationInfo, body: unknown): unknown {
  return id === "chat.completions.create" ? promptAsMessages(body) : body;
}

async function withoutNullsOf(operation: OperationInfo, body: unknown): Promise<unknown> {
  const { node, document } = await describe(operation);
  return withoutNulls(body, bodySchema(node), document);
}

/** The contract of an operation. Loaded on demand, because it is half a megabyte. */
async function describe(operation: OperationInfo): Promise<{ node: Document; document: Document }> {
  const { default: loaded } = await import("../generated/contract/openapi.json", { with: { type: "json" } });
  const document = loaded as unknown as Document;
  const paths = document.paths as Record<string, Record<string, Document>>;
  return { node: getOwn(getOwn(paths, operation.path), operation.method.toLowerCase())!, document };
}

/** The declared parameters in a query. A list may be sent as several parameters; any other parameter may occur once. */
function readQuery({ queryParameters = {} }: OperationInfo, query: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(queryParameters).flatMap(([name, type]) => {
      const texts = query.getAll(name);
      if (texts.length > 1 && type !== "list") throw repeated(name, texts.length);
      return texts.length === 0 ? [] : [[name, toScalar(texts.join(","), type)]];
    }),
  );
}

function repeated(name: string, times: number): HttpError {
  const message = `appears ${times} times, but takes one value. Send it once`;
  const issue = { in: "query", pointer: `/${name}`, message } as const;
  return new HttpError(400, `the query parameter ${name}: ${message}.`, { metadata: { issues: [issue] } });
}

/** Operation → names of its headers in lower case. */
const headerNames = new Map<string, readonly string[]>();

/** The headers of a request that its operation declares. */
function readHeaders({ id, headers: written }: OperationInfo, headers: HeaderReader): Record<string, unknown> {
  let names = headerNames.get(id);
  if (!names) headerNames.set(id, (names = written.map((name) => name.toLowerCase())));
  const found: [string, string][] = [];
  for (const name of names) {
    const text = headers.get(name);
    if (text !== null) found.push([name, text]);
  }
  return Object.fromEntries(found);
}

function parseBody(text: string): unknown {
  if (text.trim() === "") throw new HttpError(400, "The request has no body. Send a JSON object.");
  const parsed = text.length > longText ? parseWithinLimits(text) : parseJson(text);
  const pointer = findForbiddenName(text, parsed);
  if (pointer === undefined) return parsed;
  const message = "is not allowed as the name of a member. Rename it";
  throw new HttpError(400, `${pointer}: ${message}`, { metadata: { issues: [{ in: "body", pointer, message }] } });
}

/** The response to a body that is not valid JSON or exceeds a limit. */
function toHttpError(error: JsonTextError): HttpError {
  const message = `The body ${error.explain()}.`;
  return new HttpError(400, message, { metadata: { issues: [{ in: "body", pointer: "", message }] } });
}

/** A number as JSON writes it: not `0x10`, `+1`, ` 1` or `Infinity`. */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** Query parameters are text. A value that does not look like its type stays text, and validation rejects it. */
function toScalar(text: string, type: string): unknown {
  if ((type === "integer" || type === "number") && jsonNumber.test(text) && Number.isFinite(Number(text)))
    return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

type Document = Readonly<Record<string, unknown>>;

/** Throws for the parts of an input that violate the contract. */
interface InvalidInput {
  readonly parameters?: Record<string, unknown>;
  readonly headers?: Record<string, unknown>;
  readonly body?: { readonly value: unknown };
}

async function throwIssues(operation: OperationInfo, { parameters, headers, body }: InvalidInput): Promise<never> {
  const { node, document } = await describe(operation);
  const issues = [
    ...(parameters ? explainParameters(parameters, ["path", "query"], node, document) : []),
    ...(headers ? explainParameters(headers, ["header"], node, document) : []),
    ...(body ? explain(body.value, bodySchema(node), document, "body") : []),
  ];
  const [first] = issues;
  const more = issues.length > 1 ? ` (${moreThan(issues.length - 1)})` : "";
  const place =
    first?.in === "body" ? first.pointer || "the body" : `the ${first?.in} parameter ${first?.pointer.slice(1)}`;
  const message = first ? `${place}: ${first.message}${more}` : "The request does not match the contract.";
  const listed = first ? issues.slice(0, mostIssues) : [{ in: "body" as const, pointer: "", message }];
  throw new HttpError(400, message, { metadata: { issues: listed } });
}

/** The number of further issues. Issues that are not listed are not counted. */
function moreThan(others: number): string {
  return others < mostIssues ? `and ${others} more` : `and at least ${others} more; ${mostIssues} are listed`;
}

function explainParameters(
  values: Record<string, unknown>,
  places: readonly string[],
  node: Document,
  document: Document,
): RequestIssue[] {
  const parameters = ((node.parameters ?? []) as Document[]).map((parameter) =>
    typeof parameter.$ref === "string" ? (lookUp(document, parameter.$ref) as Document) : parameter,
  );
  return parameters.flatMap(({ name: written, in: place, schema, required }) => {
    if (!places.includes(String(place))) return [];
    // Header names are case-insensitive.
    const name = place === "header" ? String(written).toLowerCase() : String(written);
    const alone = { type: "object", properties: { [name]: schema }, ...(required === true && { required: [name] }) };
    const value = getOwn(values, name);
    return explain(value === undefined ? {} : { [name]: value }, alone, document, place as RequestIssue["in"]);
  });
}

function bodySchema(node: Document): Document {
  const { content } = node.requestBody as { content: Record<string, { schema: Document }> };
  return content["application/json"]!.schema;
}

function lookUp(document: Document, ref: string): unknown {
  return ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, key) => getOwn(at as Document, key), document);
}
