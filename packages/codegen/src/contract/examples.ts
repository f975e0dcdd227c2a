import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { resolve, type Contract, type Operation } from "./read.ts";
import type { Problem } from "./problem.ts";
import {
  isObject,
  listFiles,
  readSource,
  type Json,
  type JsonObject,
  type JsonPath,
  type SourceFile,
} from "./source.ts";

/** One example file of an operation. */
export interface Example {
  readonly operation: string;
  readonly kind: "request" | "response" | "stream" | "error";
  readonly name: string;
  /** Only of errors. */
  readonly status?: number;
  readonly value: Json;
}

interface ExampleFile extends Example {
  readonly source: SourceFile;
}

/** Reads every example and checks that it obeys its schema and that none is missing. */
export function readExamples(contract: Contract): { examples: Example[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const shared = readFolder(contract, "errors", problems);
  const files = contract.operations.flatMap((operation) => {
    const own = readFolder(contract, operation.id, problems);
    const statuses = errorStatuses(operation);
    const told = new Set(own.filter(({ kind }) => kind === "error").map(({ status }) => status));
    const borrowed = shared.filter(({ status }) => statuses.includes(status!) && !told.has(status));
    const all = [...own, ...borrowed.map((file) => ({ ...file, operation: operation.id }))];
    checkComplete(operation, all, problems);
    return all;
  });
  const check = createChecker(contract);
  for (const file of files) problems.push(...check(file));
  return { examples: files.map(({ source: _, ...example }) => example), problems: unique(problems) };
}

function readFolder({ root }: Contract, operation: string, problems: Problem[]): ExampleFile[] {
  const folder = join(root, "examples", operation);
  if (!existsSync(folder)) return [];
  return listFiles(folder, ".json").flatMap((path): ExampleFile[] => {
    const source = readSource(root, path);
    const parts = basename(path, ".json").split(".");
    const [kind, ...rest] = operation === "errors" ? ["error", ...parts] : parts;
    const value: Json = source.data;
    if (kind === "error" && /^\d{3}$/.test(rest[0] ?? ""))
      return [{ operation, kind, name: rest.slice(1).join("."), status: Number(rest[0]), value, source }];
    if (kind === "request" || kind === "response" || kind === "stream")
      return [{ operation, kind, name: rest.join("."), value, source }];
    problems.push({
      file: source.file,
      line: 1,
      rule: "examples",
      message: "the name is none of request.*, response.*, stream.*, error.<status>.*",
    });
    return [];
  });
}

export function errorStatuses({ node }: Operation): number[] {
  return Object.keys(node.responses as JsonObject)
    .map(Number)
    .filter((status) => status >= 400);
}

function checkComplete({ id, node }: Operation, files: readonly ExampleFile[], problems: Problem[]): void {
  const has = (kind: string, status?: number): boolean =>
    files.some((file) => file.kind === kind && (status === undefined || file.status === status));
  const missing = ["request", "response", ...(node["x-stream"] ? ["stream"] : [])].filter((kind) => !has(kind));
  const statuses = Object.keys(node.responses as JsonObject)
    .map(Number)
    .filter((status) => status >= 400 && !has("error", status));
  for (const what of [...missing, ...statuses.map((status) => `error.${status}`)]) {
    problems.push({
      file: `examples/${id}`,
      line: 1,
      rule: "examples",
      message: `${id} has no example ${what}.*.json`,
    });
  }
}

/** Tests a value that stands at a place of the example. */
type Test = (schema: Json | undefined, data: Json, at?: JsonPath) => Problem[];

function toPath(pointer: string): JsonPath {
  const words = pointer.split("/").slice(1);
  return words.map((word) => (/^\d+$/.test(word) ? Number(word) : word.replaceAll("~1", "/").replaceAll("~0", "~")));
}

function createChecker({ document, operations }: Contract): (file: ExampleFile) => Problem[] {
  const ajv = new Ajv2020.default({ strict: false, allErrors: true, discriminator: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "contract", ...document });
  const local = (schema: Json): object => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object;

  return ({ operation: id, kind, status, value, source }) => {
    const operation = operations.find((candidate) => candidate.id === id)!;
    const complain = (message: string, at: JsonPath = []): Problem => ({
      file: source.file,
      line: source.lineOf(at),
      rule: "examples",
      message,
    });
    const test: Test = (schema, data, at = []) => {
      if (schema === undefined) return [complain("there is no schema for it")];
      const validate = ajv.compile(local(schema));
      if (validate(data)) return [];
      return (validate.errors ?? [])
        .slice(0, 3)
        .map(({ instancePath, message, params }) =>
          complain(`${instancePath || "/"} ${message} ${JSON.stringify(params)}`, [...at, ...toPath(instancePath)]),
        );
    };
    if (kind === "request") return checkRequest(document, operation, value, test, complain);
    const content = contentOf(document, operation, kind === "error" ? status! : undefined);
    if (kind === "stream") {
      return Array.isArray(value)
        ? value.flatMap((event, index) => test(content["text/event-stream"], event, [index]))
        : [complain("a stream is a list of events")];
    }
    return test(content["application/json"], value);
  };
}

/** Media type → schema of the success, or of one error status. */
export function contentOf(document: JsonObject, { node }: Operation, status?: number): Record<string, Json> {
  const responses = node.responses as JsonObject;
  const key = status === undefined ? Object.keys(responses).find((code) => code.startsWith("2")) : String(status);
  const content = key && responses[key] ? resolve(document, responses[key]).content : {};
  return Object.fromEntries(
    Object.entries((content ?? {}) as JsonObject).map(([type, media]) => [type, (media as JsonObject).schema!]),
  );
}

function checkRequest(
  document: JsonObject,
  { node }: Operation,
  value: Json,
  test: Test,
  complain: (message: string) => Problem,
): Problem[] {
  if (!isObject(value)) return [complain("an input is an object")];
  const rest = { ...value };
  const problems: Problem[] = [];
  for (const parameter of ((node.parameters ?? []) as Json[]).map((item) => resolve(document, item))) {
    const name = String(parameter.name);
    if (parameter.in === "header") continue;
    if (rest[name] !== undefined) problems.push(...test(parameter.schema, rest[name], [name]));
    else if (parameter.required) problems.push(complain(`the ${String(parameter.in)} parameter ${name} is missing`));
    delete rest[name];
  }
  const body = node.requestBody
    ? ((resolve(document, node.requestBody).content as JsonObject)["application/json"] as JsonObject).schema
    : undefined;
  if (body !== undefined) return [...problems, ...test(body, rest)];
  return Object.keys(rest).length > 0
    ? [...problems, complain(`no parameter is called ${Object.keys(rest).join(", ")}`)]
    : problems;
}

function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** The document with the examples where OpenAPI wants them, for readers and tools. */
export function withExamples({ document, operations }: Contract, examples: readonly Example[]): JsonObject {
  const copy = structuredClone(document);
  for (const { id, path, method } of operations) {
    const node = ((copy.paths as JsonObject)[path] as JsonObject)[method.toLowerCase()] as JsonObject;
    const own = examples.filter(({ operation }) => operation === id);
    const pick = (kind: Example["kind"], status?: number): JsonObject =>
      Object.fromEntries(
        own
          .filter((example) => example.kind === kind && (status === undefined || example.status === status))
          .map(({ name, value }) => [name, { value }]),
      );
    const parameters = new Set(((node.parameters ?? []) as Json[]).map((item) => String(resolve(copy, item).name)));
    if (node.requestBody) {
      const bodies = Object.entries(pick("request")).map(([name, example]) => {
        const input = Object.entries((example as JsonObject).value as JsonObject).filter(
          ([key]) => !parameters.has(key),
        );
        return [name, { value: Object.fromEntries(input) }];
      });
      ((node.requestBody as JsonObject).content as Record<string, JsonObject>)["application/json"]!.examples =
        Object.fromEntries(bodies) as JsonObject;
    }
    for (const [status, answer] of Object.entries(node.responses as JsonObject)) {
      const failure = Number(status) >= 400;
      const body = structuredClone(resolve(copy, answer));
      const content = body.content as Record<string, JsonObject>;
      content["application/json"]!.examples = failure ? pick("error", Number(status)) : pick("response");
      const sse = content["text/event-stream"];
      if (sse) content["text/event-stream"] = asEvents(sse, pick("stream"));
      (node.responses as JsonObject)[status] = body;
    }
  }
  delete (copy.components as JsonObject).responses;
  return copy;
}

/**
 * A stream as other tools read it: the contract describes the payload of an event, the document the event itself, with the
 * payload as the content of `data`. Examples are the text that is sent.
 */
function asEvents(media: JsonObject, examples: JsonObject): JsonObject {
  const done = String(media["x-sse-done"]);
  const texts = Object.entries(examples).map(([name, example]) => {
    const events = (example as JsonObject).value as Json[];
    const payloads = [...events.map((event) => JSON.stringify(event)), done];
    return [name, { value: payloads.map((payload) => `data: ${payload}\n\n`).join("") }];
  });
  const data = {
    type: "string",
    description: `JSON, or ${done} as the last event.`,
    contentMediaType: "application/json",
    contentSchema: media.schema!,
  };
  return {
    ...media,
    schema: { type: "object", title: "ServerSentEvent", required: ["data"], properties: { data } },
    examples: Object.fromEntries(texts) as JsonObject,
  };
}
