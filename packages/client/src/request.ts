import type { CallInfo } from "@patchbay/spec";
import { PatchbayError } from "./errors.ts";
import { lowerCase, type RequestOptions, type Settings } from "./options.ts";

/** One typed call on its way to the wire. */
export interface Call {
  readonly operation: CallInfo;
  input: Readonly<Record<string, unknown>>;
  readonly options: RequestOptions;
  /** Whether the caller wants the response with its body unread. */
  raw?: boolean;
}

/** An input without some of its fields; `Omit` would forget the others where unknown fields are allowed. */
export type Without<Input, Name extends string> = {
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
  let url = settings.baseURL + operation.path;
  let rest = input;
  const query: [string, string][] = [];
  // Most calls say everything in the body, and nothing has to be taken out of it.
  if (!operation.body || operation.query || url.includes("{")) {
    const left = { ...input };
    url = url.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = left[name];
      if (typeof value !== "string" || value === "")
        throw new PatchbayError(
          `${operation.id} needs \`${name}\` as a string that is not empty; it is ${JSON.stringify(value)}.`,
        );
      delete left[name];
      return encodeURIComponent(value).replaceAll("%3A", ":");
    });
    for (const name of operation.body ? (operation.query ?? []) : Object.keys(left)) {
      if (left[name] !== undefined && left[name] !== null) query.push([name, String(left[name])]);
      delete left[name];
    }
    rest = left;
  }
  if (options.query) for (const [name, value] of Object.entries(options.query)) query.push([name, String(value)]);
  if (query.length > 0) url += `?${new URLSearchParams(query).toString()}`;
  const headers = headersOf(operation, rest.stream === true, options, settings);
  const withKey = !("authorization" in headers);
  for (const name in headers) if (headers[name] === null) delete headers[name];
  return {
    url,
    method: operation.method,
    headers: headers as Record<string, string>,
    withKey,
    body: operation.body ? JSON.stringify(rest) : null,
  };
}

function headersOf(
  { body, idempotent }: CallInfo,
  streams: boolean,
  { headers, idempotencyKey }: RequestOptions,
  settings: Settings,
): Record<string, string | null> {
  const made: Record<string, string | null> = { accept: streams ? "text/event-stream" : "application/json" };
  if (body) made["content-type"] = "application/json";
  if (idempotencyKey !== undefined) made["idempotency-key"] = idempotencyKey;
  // A browser asks the service first whether this header may be sent, and is refused where it is not known.
  else if (!idempotent && !settings.isBrowser) made["idempotency-key"] = crypto.randomUUID();
  Object.assign(made, settings.headers);
  if (headers) Object.assign(made, lowerCase(headers));
  return made;
}
