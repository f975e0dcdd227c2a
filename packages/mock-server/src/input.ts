import type { OperationInfo, RequestIssue } from "@patchbay/spec";
import { validators } from "@patchbay/spec/validators";
import { explain } from "./explain.ts";
import { explainJsonError } from "./json-error.ts";
import { Refusal } from "./refusal.ts";

/** What the request line and the body say, before they are checked. */
export interface RawInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
}

/** Reads and checks the input of an operation; throws a `Refusal` that names every fault. */
export async function readInput(
  operation: OperationInfo,
  { path, query, headers, body }: RawInput,
): Promise<Record<string, unknown>> {
  const parameters: Record<string, unknown> = { ...path };
  for (const [name, text] of query) parameters[name] = toScalar(text, operation.queryParameters?.[name] ?? "string");
  const parsed = operation.body ? parseBody(body) : undefined;

  const known = operation.headers.map((name) => name.toLowerCase()).filter((name) => headers.has(name));
  const sent = Object.fromEntries(known.map((name) => [name, headers.get(name)]));

  const holds = validators[operation.id];
  const wrong: Wrong = {
    ...(holds.parameters && !holds.parameters(parameters) && { parameters }),
    ...(!holds.headers(sent) && { headers: sent }),
    ...(holds.body && !holds.body(parsed) && { body: { value: parsed } }),
  };
  if (Object.keys(wrong).length > 0) throw await refuse(operation, wrong);
  return { ...(parsed as object | undefined), ...parameters };
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

async function refuse(operation: OperationInfo, { parameters, headers, body }: Wrong): Promise<Refusal> {
  // Loaded only when something is wrong: it is half a megabyte.
  const { default: loaded } = await import("@patchbay/spec/openapi.json", { with: { type: "json" } });
  const document = loaded as unknown as Document;
  const node = (document.paths as Record<string, Record<string, Document>>)[operation.path]![
    operation.method.toLowerCase()
  ]!;
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
  return new Refusal(400, message, { metadata: { issues } });
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
