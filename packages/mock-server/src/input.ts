import type { HeaderReader } from "./incoming.ts";
import type { OperationInfo, RequestIssue } from "@patchbay/spec";
import { validators } from "@patchbay/spec/validators";
import { explain } from "./explain.ts";
import { explainJsonError } from "./json-error.ts";
import { promptAsMessages } from "./legacy-prompt.ts";
import { withoutNulls } from "./null-is-absent.ts";
import { Refusal } from "./refusal.ts";

/** What the request line and the body say, before they are checked. */
export interface RawInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: HeaderReader;
  readonly body: string;
}

/** Reads and checks the input of an operation; throws a `Refusal` that names every fault. */
export function readInput(
  operation: OperationInfo,
  { path, query, headers, body }: RawInput,
): Record<string, unknown> | Promise<Record<string, unknown>> {
  const parameters: Record<string, unknown> = { ...path };
  for (const [name, text] of query) parameters[name] = toScalar(text, operation.queryParameters?.[name] ?? "string");
  const parsed = operation.body ? asSent(operation, parseBody(body)) : undefined;

  const sent = readHeaders(operation, headers);

  const holds = validators[operation.id];
  const goodParameters = holds.parameters?.(parameters) ?? true;
  const goodHeaders = holds.headers(sent);
  const goodBody = holds.body?.(parsed) ?? true;
  if (!goodParameters || !goodHeaders || !goodBody)
    return refuse(operation, {
      ...(!goodParameters && { parameters }),
      ...(!goodHeaders && { headers: sent }),
      ...(!goodBody && { body: { value: parsed } }),
    });
  // Most bodies come without parameters beside them, and need not be copied.
  const isBodyAlone = parsed !== undefined && query.size === 0 && operation.path.indexOf("{") < 0;
  const join = (sent: unknown): Record<string, unknown> =>
    isBodyAlone ? (sent as Record<string, unknown>) : Object.assign(parameters, sent, path);
  return parsed !== undefined && body.includes("null") ? withoutNullsOf(operation, parsed).then(join) : join(parsed);
}

/** A body in the form of the contract. */
function asSent({ id }: OperationInfo, body: unknown): unknown {
  return id === "chat.completions.create" ? promptAsMessages(body) : body;
}

async function withoutNullsOf(operation: OperationInfo, body: unknown): Promise<unknown> {
  const { node, document } = await describe(operation);
  return withoutNulls(body, bodySchema(node), document);
}

/** An operation as the contract describes it. Loaded only when it is needed: it is half a megabyte. */
async function describe(operation: OperationInfo): Promise<{ node: Document; document: Document }> {
  const { default: loaded } = await import("@patchbay/spec/openapi.json", { with: { type: "json" } });
  const document = loaded as unknown as Document;
  const paths = document.paths as Record<string, Record<string, Document>>;
  return { node: paths[operation.path]![operation.method.toLowerCase()]!, document };
}

/** Operation → names of its headers in lower case. */
const headerNames = new Map<string, readonly string[]>();

/** The headers of a request that its operation knows. */
function readHeaders({ id, headers: written }: OperationInfo, headers: HeaderReader): Record<string, unknown> {
  let names = headerNames.get(id);
  if (!names) headerNames.set(id, (names = written.map((name) => name.toLowerCase())));
  const sent: Record<string, unknown> = {};
  for (const name of names) {
    const text = headers.get(name);
    if (text !== null) sent[name] = text;
  }
  return sent;
}

function parseBody(text: string): unknown {
  if (text.trim() === "") throw new Refusal(400, "The request has no body. Send a JSON object.");
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, `The body is ${explainJsonError(text)}.`);
  }
}

/** Query parameters are text; what does not look like its type stays text, and is refused as such. */
function toScalar(text: string, type: string): unknown {
  if ((type === "integer" || type === "number") && text.trim() !== "" && Number.isFinite(Number(text)))
    return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

type Document = Readonly<Record<string, unknown>>;

/** The parts of an input that break the contract. */
interface Wrong {
  readonly parameters?: Record<string, unknown>;
  readonly headers?: Record<string, unknown>;
  readonly body?: { readonly value: unknown };
}

async function refuse(operation: OperationInfo, { parameters, headers, body }: Wrong): Promise<never> {
  const { node, document } = await describe(operation);
  const issues = [
    ...(parameters ? explainParameters(parameters, ["path", "query"], node, document) : []),
    ...(headers ? explainParameters(headers, ["header"], node, document) : []),
    ...(body ? explain(body.value, bodySchema(node), document, "body") : []),
  ];
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  const place =
    first?.in === "body" ? first.pointer || "the body" : `the ${first?.in} parameter ${first?.pointer.slice(1)}`;
  const message = first ? `${place}: ${first.message}${more}` : "The request does not obey the contract.";
  throw new Refusal(400, message, { metadata: { issues } });
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
    // Names of headers are compared without regard to case.
    const name = place === "header" ? String(written).toLowerCase() : String(written);
    const alone = { type: "object", properties: { [name]: schema }, ...(required === true && { required: [name] }) };
    const value = values[name];
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
    .reduce<unknown>((at, key) => (at as Document)[key], document);
}
