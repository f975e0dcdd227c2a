import type { OperationInfo, RequestIssue } from "@patchbay/spec";
import { validators } from "@patchbay/spec/validators";
import { explain } from "./explain.ts";
import { Refusal } from "./refusal.ts";

/** What the request line and the body say, before they are checked. */
export interface RawInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: string;
}

/** Reads and checks the input of an operation; throws a `Refusal` that names every fault. */
export async function readInput(
  operation: OperationInfo,
  { path, query, body }: RawInput,
): Promise<Record<string, unknown>> {
  const parameters: Record<string, unknown> = { ...path };
  for (const [name, text] of query) parameters[name] = toScalar(text, operation.queryParameters?.[name] ?? "string");
  const parsed = operation.body ? parseBody(body) : undefined;

  const { parameters: parametersHold, body: bodyHolds } = validators[operation.id];
  const wrongParameters = parametersHold !== undefined && !parametersHold(parameters);
  const wrongBody = bodyHolds !== undefined && !bodyHolds(parsed);
  if (wrongParameters || wrongBody)
    throw await refuse(operation, wrongParameters && parameters, wrongBody && { value: parsed });
  return { ...(parsed as object | undefined), ...parameters };
}

function parseBody(text: string): unknown {
  if (text.trim() === "") throw new Refusal(400, "The request has no body. Send a JSON object.");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal(400, `The body is no JSON: ${(cause as Error).message}.`);
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

async function refuse(
  operation: OperationInfo,
  parameters: Record<string, unknown> | false,
  body: { value: unknown } | false,
): Promise<Refusal> {
  // Loaded only when something is wrong: it is half a megabyte.
  const { default: loaded } = await import("@patchbay/spec/openapi.json", { with: { type: "json" } });
  const document = loaded as unknown as Document;
  const node = (document.paths as Record<string, Record<string, Document>>)[operation.path]![
    operation.method.toLowerCase()
  ]!;
  const issues = [
    ...(parameters ? explainParameters(parameters, node, document) : []),
    ...(body ? explain(body.value, bodySchema(node), document, "body") : []),
  ];
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  const place =
    first?.in === "body" ? first.pointer || "the body" : `${first?.in} parameter ${first?.pointer.slice(1)}`;
  const message = first ? `${place}: ${first.message}${more}` : "The request does not obey the contract.";
  return new Refusal(400, message, { metadata: { issues } });
}

function explainParameters(values: Record<string, unknown>, node: Document, document: Document): RequestIssue[] {
  const parameters = ((node.parameters ?? []) as Document[]).map((parameter) =>
    typeof parameter.$ref === "string" ? (lookUp(document, parameter.$ref) as Document) : parameter,
  );
  return parameters.flatMap(({ name, in: place, schema, required }) => {
    if (place === "header") return [];
    const schemaOfOne = {
      type: "object",
      properties: { [String(name)]: schema },
      ...(required === true && { required: [name] }),
    };
    const value = values[String(name)];
    return explain(
      value === undefined ? {} : { [String(name)]: value },
      schemaOfOne,
      document,
      place as "query" | "path",
    );
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
