import { ApiError, ConnectionError, TimeoutError, type PatchbayError } from "@patchbay/client";
import { toConnectionError } from "@patchbay/client/connection-error";

/** The fields of another library's error. Each can be missing or have any type. */
type Foreign = Readonly<Record<string, unknown>>;

/**
 * Converts an error of another library to the equivalent error of this client: openai, ai, axios, ky, the SDKs of AWS
 * and Google, gRPC, and `fetch` itself. Returns `undefined` for all others, such as a bug in the caller's code.
 */
export function toOwnError(error: unknown): PatchbayError | undefined {
  try {
    const links = toChain(error);
    for (const link of links) {
      const status = statusOf(link);
      if (status !== undefined) return toApiError(status, link, links);
    }
    for (const link of links) {
      const status = statusInWords(link);
      if (status !== undefined) return toApiError(status, link, links);
    }
    const unsent = links.find(isUnsent);
    if (unsent) return toConnectionError(toError(unsent));
    if (links.some(isTimeout)) return new TimeoutError("attempt", Number.NaN);
    return links.some(isNetwork) ? toConnectionError(error) : undefined;
  } catch {
    // A getter or a proxy that throws gives no information.
    return undefined;
  }
}

/** The error, its causes, and the last of several attempts. */
function toChain(error: unknown): readonly Foreign[] {
  const links: Foreign[] = [];
  const add = (value: unknown): void => {
    if (!isRecord(value) || links.length === 20 || links.includes(value)) return;
    links.push(value);
    add(value.lastError);
    add(value.cause);
    if (Array.isArray(value.errors)) add(value.errors.at(-1));
  };
  add(error);
  return links;
}

/** Where libraries store the HTTP status. */
const places: readonly ((error: Foreign) => unknown)[] = [
  ({ status }) => status,
  ({ statusCode }) => statusCode,
  ({ status_code }) => status_code,
  ({ httpResponse }) => field(httpResponse, "status"),
  ({ originalStatusCode }) => originalStatusCode,
  ({ response }) => field(response, "status") ?? field(response, "statusCode"),
  ({ $metadata }) => field($metadata, "httpStatusCode"),
  ({ code }) => code,
  ({ error }) => field(error, "status") ?? field(error, "code"),
];

function statusOf(error: Foreign): number | undefined {
  const found = places.map((place) => toStatus(place(error))).find((status) => status !== undefined);
  return found ?? byGrpcCode[isGrpc(error) ? Number(error.code) : 0];
}

function toStatus(value: unknown): number | undefined {
  if (typeof value !== "number" && !(typeof value === "string" && /^\d{3}$/.test(value))) return undefined;
  const status = Number(value);
  // A response that could not be parsed has status 200.
  return Number.isInteger(status) && ((status >= 400 && status < 600) || status === 200) ? status : undefined;
}

const byGrpcCode: Readonly<Record<number, number>> = {
  3: 400,
  4: 504,
  5: 404,
  7: 403,
  8: 429,
  9: 400,
  10: 409,
  11: 400,
  13: 500,
  14: 503,
  15: 500,
  16: 401,
};

/**
 * Words for a failure → the equivalent HTTP status: types and codes of OpenAI and Anthropic, which stream errors have
 * in place of a status, names of AWS, and words of Google.
 */
const statusByWords: readonly (readonly [words: RegExp, status: number])[] = [
  [/^(?:insufficient_quota|insufficient_credits|billing_(?:error|hard_limit_reached))$/, 402],
  [/^(?:authentication_error|invalid_api_key|unauthenticated|unrecognizedclient(?:exception)?)$/, 401],
  [/^(?:permission_(?:error|denied)|access_?denied(?:exception)?)$/, 403],
  [/^(?:not_found(?:_error)?|model_not_found|resourcenotfound(?:exception)?)$/, 404],
  [/^(?:context_length_exceeded|request_too_large)$/, 413],
  [
    /^(?:(?:rate_limit|tokens_limit|requests_limit)(?:_error|_exceeded)|too_many_requests|resource_exhausted|throttling(?:exception)?|servicequotaexceeded(?:exception)?)$/,
    429,
  ],
  [/^(?:invalid_request_error|invalid_argument|failed_precondition|validationexception)$/, 400],
  [
    /^(?:overloaded(?:_error)?|unavailable|service_?unavailable(?:_error|exception)?|modelnotready(?:exception)?)$/,
    503,
  ],
  [/^(?:timeout_error|deadline_exceeded)$/, 504],
  [
    /^(?:server_error|api_error|internal(?:_server)?_error|internalserver(?:exception)?|modelstreamerror(?:exception)?)$/,
    500,
  ],
];

/** Codes come first because they are more specific than types. */
function statusInWords(error: Foreign): number | undefined {
  const inner = field(error.error, "error") ?? error.error;
  const said = [error, inner].flatMap((one) => [field(one, "code"), field(one, "type"), field(one, "status")]);
  const words = [...said, ...namesOf(error)].filter((one) => typeof one === "string").map((one) => one.toLowerCase());
  for (const word of words) {
    const [, status] = statusByWords.find(([pattern]) => pattern.test(word)) ?? [];
    if (status !== undefined) return status;
  }
  return undefined;
}

function isGrpc({ code, details, metadata }: Foreign): boolean {
  return Number.isInteger(code) && (typeof details === "string" || isRecord(metadata));
}

function toApiError(status: number, found: Foreign, links: readonly Foreign[]): ApiError {
  const { data, responseBody, body, response, error } = found;
  const messages = links.map(({ message }) => message).filter((message) => typeof message === "string");
  const more = [data, responseBody, body, field(response, "data"), error].map(toText).filter((text) => text !== "");
  const type = [found.code, field(error, "code"), found.type, field(error, "type")].find(
    (one) => typeof one === "string" && !/^\d+$/.test(one),
  );
  return new ApiError({
    status,
    headers: toHeaders(found.headers ?? found.responseHeaders ?? field(response, "headers")),
    body: {
      error: {
        code: status,
        message: [...messages, ...more].join(" "),
        ...(type !== undefined && { metadata: { error_type: type } }),
      },
    },
  });
}

/** The part of a body that explains the failure. */
function toText(value: unknown): string {
  const text = typeof value === "string" ? value : isRecord(value) ? JSON.stringify(value) : "";
  return text.slice(0, 2000);
}

function toHeaders(given: unknown): Headers {
  if (given instanceof Headers) return given;
  const headers = new Headers();
  if (!isRecord(given)) return headers;
  for (const [name, value] of Object.entries(given))
    if (/^(?:retry-after|x-ratelimit-|x-should-retry|date$)/i.test(name)) headers.set(name, String(value));
  return headers;
}

/** Whether the connection could not be established, by the codes that the client knows. */
function isUnsent(error: Foreign): boolean {
  const { code, syscall } = error;
  if (typeof code !== "string" && !(error instanceof Error)) return false;
  if (syscall === "connect") return true;
  const own = toConnectionError(toError(error));
  return own instanceof ConnectionError && !own.requestSent;
}

/** One error of the chain, with the code of the failed connection if only that is known. */
function toError({ message, code, syscall }: Foreign): Error {
  const known = syscall === "connect" ? "ECONNREFUSED" : code;
  return Object.assign(new Error(String(message)), { code: known });
}

function isTimeout(error: Foreign): boolean {
  const codes = /^(?:E(?:SOCKET)?TIMEDOUT|ECONNABORTED|ERR_TIMEOUT|UND_ERR_(?:HEADERS|BODY)_TIMEOUT)$/;
  return (
    codes.test(String(error.code)) ||
    /^(?:request|body)-timeout$/.test(String(error.type)) ||
    namesOf(error).some((name) => /Time(?:d)?out(?:Error|Exception)?$/i.test(name))
  );
}

const networkCodes =
  /^(?:E(?:CONN|HOST|NET|NOTFOUND|AI_|PIPE|PROTO|ADDRNOTAVAIL)|UND_ERR_(?:SOCKET|CLOSED|DESTROYED|RESPONSE)|ERR_(?:NETWORK|SSL|TLS|HTTP2|STREAM_PREMATURE)|REQUEST_SEND_ERROR|HPE_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|Connection(?:Refused|Closed|Reset)|FailedToOpenSocket)/;

/** The messages of failed connections in browsers, Node, Bun and Deno. */
const networkWords =
  /^(?:fetch failed|failed to fetch|load failed|networkerror|network error|terminated|the network connection was lost|the internet connection appears|error sending request|connection (?:error|closed|reset|refused)|socket hang up|premature close|unable to connect)/i;

function isNetwork(error: Foreign): boolean {
  return (
    networkCodes.test(String(error.code)) ||
    (typeof error.message === "string" && networkWords.test(error.message)) ||
    namesOf(error).some((name) => /(?:Connection|Network)Error$/.test(name))
  );
}

/** The class and the name, which differ in some libraries. */
function namesOf({ name, constructor }: Foreign): readonly string[] {
  return [name, field(constructor, "name")].filter((one) => typeof one === "string");
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) || typeof value === "function" ? (value as Foreign)[name] : undefined;
}

function isRecord(value: unknown): value is Foreign {
  return typeof value === "object" && value !== null;
}
