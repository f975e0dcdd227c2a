import { retryPolicy, type OperationCall } from "@patchbay/spec";
import type { PendingResponse } from "./api-promise.ts";
import { PatchbayError } from "../errors/patchbay-error.ts";
import { checkHeader, toHeaderTable, type HeaderTable } from "../options/headers.ts";
import { toJsonBody } from "./json-body.ts";
import type { CheckedCallOptions, RequestOptions, Settings } from "../options/options.ts";
import { randomId } from "./random-id.ts";
import { showValue } from "../options/show-value.ts";
import { userAgent } from "./user-agent.ts";

/** One typed call. */
export interface Call extends PendingResponse {
  readonly operation: OperationCall;
  input: Readonly<Record<string, unknown>>;
  options: RequestOptions;
}

/** `Omit` for types that allow unknown fields, where `Omit` would remove the known ones too. */
export type OmitKnown<Input, Name extends string> = {
  [Key in keyof Input as Key extends Name ? never : Key]: Input[Key];
};

/** A request without its API key. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  /** Whether the API key is added. False if the caller set or removed `authorization`. */
  readonly withKey: boolean;
  /** Null if there is none; undefined if `unchecked` cannot be serialized. */
  body: string | null | undefined;
  /** The fields of the body if they are not plain data. */
  readonly unchecked: object | undefined;
}

/**
 * Builds the request: path parameters go into the path, query parameters into the query, and other fields into the
 * body.
 *
 * @throws PatchbayError when the input or the options cannot be sent
 */
export function toRequest(
  operation: OperationCall,
  input: Call["input"],
  options: CheckedCallOptions,
  settings: Settings,
): Outgoing {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new PatchbayError(`The input of ${operation.id} must be an object with its fields, got ${showValue(input)}.`);
  if (options.query && typeof options.query !== "object")
    throw new PatchbayError(`\`query\` must be an object of names and values, got ${showValue(options.query)}.`);
  let url = settings.baseURL + operation.path;
  let body = input;
  const query: [string, string][] = [];
  // Most calls have only body fields.
  if (!operation.body || operation.query || url.includes("{")) {
    const remaining = { ...input };
    url = url.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const segment = toSegment(operation, name, remaining[name]);
      delete remaining[name];
      return segment;
    });
    for (const name of operation.body ? (operation.query ?? []) : Object.keys(remaining)) {
      addQuery(query, name, remaining[name]);
      delete remaining[name];
    }
    body = remaining;
  }
  for (const [name, value] of Object.entries(options.query ?? {})) addQuery(query, name, value);
  if (query.length > 0) url += `?${new URLSearchParams(query).toString()}`;
  const headers = headersOf(operation, body.stream === true, options, settings);
  const withKey = !("authorization" in headers);
  for (const name in headers) if (headers[name] === null) delete headers[name];
  const json = operation.body && toJsonBody(body);
  return {
    url,
    method: operation.method,
    headers: headers as Record<string, string>,
    withKey,
    body: json ? json.text : null,
    unchecked: json && !json.isPlain ? body : undefined,
  };
}

/** Encodes a path parameter as one segment, which cannot lead to another path. */
function toSegment({ id }: OperationCall, name: string, value: unknown): string {
  if (typeof value !== "string" || value.trim() === "")
    throw new PatchbayError(`\`${name}\` of ${id} must be a non-empty string, got ${showValue(value)}.`);
  // Servers and proxies decode a path before they resolve dots.
  if (
    value
      .replaceAll(/%2e/gi, ".")
      .split(/[/\\]|%2f|%5c/i)
      .some((part) => /^\.\.?$/.test(part))
  )
    throw new PatchbayError(
      `\`${name}\` of ${id} must not contain "." or ".." as a path segment, got ${showValue(value)}: it would lead to another path. Check the value.`,
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
  query.push([name, Array.isArray(value) ? value.map(toQueryText).join(",") : toQueryText(value)]);
}

/** Writes a query value. Numbers have no exponent, which not every server reads: `0.0000001` instead of `1e-7`. */
function toQueryText(value: unknown): string {
  const text = String(value);
  const [, sign, first, rest = "", exponent] = (typeof value === "number" && exponential.exec(text)) || [];
  if (first === undefined) return text;
  const places = Number(exponent);
  return sign + (places < 0 ? `0.${"0".repeat(-places - 1)}${first}${rest}` : first + rest.padEnd(places, "0"));
}

const exponential = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/;

function headersOf(
  { body, idempotent }: OperationCall,
  isStream: boolean,
  { headers, idempotencyKey }: CheckedCallOptions,
  settings: Settings,
): HeaderTable {
  const made: HeaderTable = { accept: isStream ? "text/event-stream" : "application/json" };
  // Pages cannot set this header: some browsers drop it, others ask the service first whether it is allowed.
  if (!settings.isBrowser) made["user-agent"] = userAgent;
  if (body) made["content-type"] = "application/json";
  if (idempotencyKey !== undefined) made[retryPolicy.idempotencyHeader] = checkIdempotencyKey(idempotencyKey);
  // In a browser, this header causes a CORS preflight, which a service that does not allow it rejects.
  else if (!idempotent && !settings.isBrowser) made[retryPolicy.idempotencyHeader] = randomId();
  return Object.assign(made, settings.headers, toHeaderTable(headers));
}

function checkIdempotencyKey(key: unknown): string {
  const text = checkHeader("idempotencyKey", key);
  if (text.trim() === "") throw new PatchbayError("`idempotencyKey` must not be empty. Omit it to use a random key.");
  return text;
}
