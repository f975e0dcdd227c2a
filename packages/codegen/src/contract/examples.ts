import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { getBodySchema, getContent, listErrorStatuses, listParameters, type ContractOperation } from "./document.ts";
import type { Problem } from "./problem.ts";
import type { Contract } from "./read.ts";
import { listFiles, readSource, type JsonPath, type SourceFile } from "./source.ts";

/** One example file of an operation. */
export interface Example {
  readonly operation: string;
  readonly kind: "request" | "response" | "stream" | "error";
  readonly name: string;
  /** Only for errors. */
  readonly status?: number;
  readonly value: Json;
}

interface ExampleFile extends Example {
  readonly source: SourceFile;
}

/** Reads every example, checks it against its schema and reports the examples that are missing. */
export function readExamples(contract: Contract): { examples: Example[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const folders = new Map<string, ExampleFile[]>();
  const readShared = (operation: ContractOperation): ExampleFile[] => {
    const name = sharedFolder(contract, operation);
    const files = folders.get(name) ?? readFolder(contract, name, problems);
    folders.set(name, files);
    return files;
  };
  const files = contract.operations.flatMap((operation) => {
    const own = readFolder(contract, operation.id, problems);
    const statuses = listErrorStatuses(operation);
    const covered = new Set(own.filter(({ kind }) => kind === "error").map(({ status }) => status));
    const borrowed = readShared(operation).filter(({ status }) => statuses.includes(status!) && !covered.has(status));
    const all = [...own, ...borrowed.map((file) => ({ ...file, operation: operation.id }))];
    checkComplete(operation, all, problems);
    return all;
  });
  const check = createChecker(contract);
  for (const file of files) problems.push(...check(file));
  return { examples: files.map(({ source: _, ...example }) => example), problems: unique(problems) };
}

/** The folder of the error bodies that several operations share: the one of the resource, or the one of all operations. */
function sharedFolder({ root }: Contract, { id }: ContractOperation): string {
  const own = `errors.${id.slice(0, id.indexOf("."))}`;
  return existsSync(join(root, "examples", own)) ? own : "errors";
}

function readFolder({ root }: Contract, operation: string, problems: Problem[]): ExampleFile[] {
  const folder = join(root, "examples", operation);
  if (!existsSync(folder)) return [];
  return listFiles(folder, ".json").flatMap((path): ExampleFile[] => {
    const source = readSource(root, path);
    const parts = basename(path, ".json").split(".");
    const [kind, ...rest] = /^errors\b/.test(operation) ? ["error", ...parts] : parts;
    const value: Json = source.data;
    if (kind === "error" && /^\d{3}$/.test(rest[0] ?? ""))
      return [{ operation, kind, name: rest.slice(1).join("."), status: Number(rest[0]), value, source }];
    if (kind === "request" || kind === "response" || kind === "stream")
      return [{ operation, kind, name: rest.join("."), value, source }];
    problems.push({
      file: source.file,
      line: 1,
      rule: "examples",
      message: "unknown kind of example; name the file request.*, response.*, stream.* or error.<status>.*",
    });
    return [];
  });
}

function checkComplete(operation: ContractOperation, files: readonly ExampleFile[], problems: Problem[]): void {
  const { id, node } = operation;
  const has = (kind: string, status?: number): boolean =>
    files.some((file) => file.kind === kind && (status === undefined || file.status === status));
  const missing = ["request", "response", ...(node["x-stream"] ? ["stream"] : [])].filter((kind) => !has(kind));
  const statuses = listErrorStatuses(operation).filter((status) => !has("error", status));
  for (const what of [...missing, ...statuses.map((status) => `error.${status}`)]) {
    problems.push({
      file: `examples/${id}`,
      line: 1,
      rule: "examples",
      message: `${id} has no example ${what}.*.json`,
    });
  }
}

/** Validates the value at one place of the example. */
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
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  /** Schemas are compiled once, since a stream has many events of the same schema. */
  const compile = (schema: Json): ReturnType<typeof ajv.compile> => {
    const key = JSON.stringify(schema);
    const validate = compiled.get(key) ?? ajv.compile(local(schema));
    compiled.set(key, validate);
    return validate;
  };

  return ({ operation: id, kind, status, value, source }) => {
    const operation = operations.find((candidate) => candidate.id === id)!;
    const report = (message: string, at: JsonPath = []): Problem => ({
      file: source.file,
      line: source.lineOf(at),
      rule: "examples",
      message,
    });
    const test: Test = (schema, data, at = []) => {
      if (schema === undefined)
        return [report("the operation has no schema for this example; remove the file or document the response")];
      const validate = compile(schema);
      if (validate(data)) return [];
      return (validate.errors ?? [])
        .slice(0, 3)
        .map(({ instancePath, message, params }) =>
          report(`${instancePath || "/"} ${message} ${JSON.stringify(params)}`, [...at, ...toPath(instancePath)]),
        );
    };
    if (kind === "request") return checkRequest(document, operation, value, test, report);
    const content = getContent(document, operation, kind === "error" ? status! : undefined);
    if (kind === "stream") {
      return Array.isArray(value)
        ? value.flatMap((event, index) => test(content["text/event-stream"], event, [index]))
        : [report("a stream example must be a list of events")];
    }
    return test(content["application/json"], value);
  };
}

function checkRequest(
  document: JsonObject,
  operation: ContractOperation,
  value: Json,
  test: Test,
  report: (message: string) => Problem,
): Problem[] {
  if (!isObject(value)) return [report("a request example must be an object")];
  const rest = { ...value };
  const problems: Problem[] = [];
  for (const parameter of listParameters(document, operation)) {
    const name = String(parameter.name);
    if (parameter.in === "header") continue;
    if (rest[name] !== undefined) problems.push(...test(parameter.schema, rest[name], [name]));
    else if (parameter.required) problems.push(report(`missing required ${String(parameter.in)} parameter ${name}`));
    delete rest[name];
  }
  const body = getBodySchema(document, operation);
  if (body !== undefined) return [...problems, ...test(body, rest)];
  return Object.keys(rest).length > 0
    ? [...problems, report(`unknown parameter ${Object.keys(rest).join(", ")}`)]
    : problems;
}

function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
