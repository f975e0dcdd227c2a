import type { OperationCall } from "@patchbay/spec";
import type { ApiPromiseSource } from "./api-promise.ts";
import { PatchbayError } from "../errors/errors.ts";
import { checkHeader, toHeaderTable, type HeaderTable } from "../options/headers.ts";
import { toJsonBody } from "./json-body.ts";
import type { RequestOptions, Settings } from "../options/options.ts";
import { randomId } from "./random-id.ts";
import { showValue } from "../options/show-value.ts";

/** One typed call on its way to the wire. */
export interface Call extends ApiPromiseSource {
  readonly operation: OperationCall;
  input: Readonly<Record<string, unknown>>;
  options: RequestOptions;
}

/** An input without some of its fields; `Omit` would forget the others where unknown fields are allowed. */
export type OmitKnown<Input, Name extends string> = {
  [Key in keyof Input as Key extends Name ? never : Key]: Input[Key];
};

/** What is sent, but for the key. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  /** Whether the key goes with it; not where the caller says otherwise. */
  readonly withKey: boolean;
  readonly body: string | null;
}

/** Puts path parameters into the path, query parameters into the query and the rest into the body. */
export function toRequest({ operation, input, options }: Call, settings: Settings): Outgoing {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new PatchbayError(`The input of ${operation.id} must be an object with its fields, got ${showValue(input)}.`);
  if (typeof options !== "object")
    throw new PatchbayError(`The options of ${operation.id} must be an object, got ${showValue(options)}.`);
  if (options.query && typeof options.query !== "object")
    throw new PatchbayError(`\`query\` must be an object of names and values, got ${showValue(options.query)}.`);
  let url = settings.baseURL + operation.path;
  let rest = input;
  const query: [string, string][] = [];
  // Most calls say everything in the body, and nothing has to be taken out of it.
  if (!operation.body || operation.query || url.includes("{")) {
    const left = { ...input };
    url = url.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const segment = toSegment(operation, name, left[name]);
      delete left[name];
      return segment;
    });
    for (const name of operation.body ? (operation.query ?? []) : Object.keys(left)) {
      addQuery(query, name, left[name]);
      delete left[name];
    }
    rest = left;
  }
  for (const [name, value] of Object.entries(options.query ?? {})) addQuery(query, name, value);
  if (query.length > 0) url += `?${new URLSearchParams(query).toString()}`;
  const headers = headersOf(operation, rest.stream === true, options, settings);
  const withKey = !("authorization" in headers);
  for (const name in headers) if (headers[name] === null) delete headers[name];
  return {
    url,
    method: operation.method,
    headers: headers as Record<string, string>,
    withKey,
    body: operation.body ? toJsonBody(operation.id, rest) : null,
  };
}

/** A path parameter as one segment of the path, which cannot lead to another path. */
function toSegment({ id }: OperationCall, name: string, value: unknown): string {
  if (typeof value !== "string" || value.trim() === "")
    throw new PatchbayError(`\`${name}\` of ${id} must be a string that is not empty, got ${showValue(value)}.`);
  // Servers and proxies decode a path before they resolve its dots.
  if (
    value
      .replaceAll(/%2e/gi, ".")
      .split(/[/\\]|%2f|%5c/i)
      .some((part) => /^\.\.?$/.test(part))
  )
    throw new PatchbayError(
      `\`${name}\` of ${id} must not have "." or ".." as a path segment, got ${showValue(value)}: it would lead to another path.`,
    );
  return encodeURIComponent(value.toWellFormed()).replaceAll("%3A", ":");
}

function addQuery(query: [string, string][], name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  const isSendable = (one: unknown): boolean =>
    typeof one === "string" || typeof one === "boolean" || Number.isFinite(one);
  if (!(Array.isArray(value) ? value : [value]).every(isSendable))
    throw new PatchbayError(
      `The query parameter \`${name}\` must be a string, a number or a boolean, got ${showValue(value)}.`,
    );
  query.push([name, String(value)]);
}

function headersOf(
  { body, idempotent }: OperationCall,
  streams: boolean,
  { headers, idempotencyKey }: RequestOptions,
  settings: Settings,
): HeaderTable {
  const made: HeaderTable = { accept: streams ? "text/event-stream" : "application/json" };
  if (body) made["content-type"] = "application/json";
  if (idempotencyKey !== undefined && idempotencyKey !== null)
    made["idempotency-key"] = checkIdempotencyKey(idempotencyKey);
  // A browser asks the service first whether this header may be sent, and is refused where it is not known.
  else if (!idempotent && !settings.isBrowser) made["idempotency-key"] = randomId();
  return Object.assign(made, settings.headers, toHeaderTable(headers));
}

function checkIdempotencyKey(key: unknown): string {
  const text = checkHeader("idempotencyKey", key);
  if (text.trim() === "") throw new PatchbayError("`idempotencyKey` must not be empty. Leave it out for a random one.");
  return text;
}
