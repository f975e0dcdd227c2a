import type { ChallengeMethod } from "@patchbay/engine/data/pkce";

/** A login request: the query of `/auth`. */
export interface LoginRequest {
  /** Where the browser goes with the code. `undefined`: the page shows the code. */
  readonly callback: URL | undefined;
  readonly challenge: string | undefined;
  readonly method: ChallengeMethod;
}

/** Why the query of `/auth` is not a valid login request. */
export interface LoginFault {
  readonly parameter: "callback_url" | "code_challenge" | "code_challenge_method";
  readonly message: string;
}

const methods: ReadonlySet<string> = new Set<ChallengeMethod>(["S256", "plain"]);
const longestCallback = 2048;

/** Parses the query of `/auth`. Unknown parameters are ignored. */
export function readLoginRequest(query: URLSearchParams): LoginRequest | LoginFault {
  for (const parameter of ["callback_url", "code_challenge", "code_challenge_method"] as const)
    if (query.getAll(parameter).length > 1)
      return { parameter, message: `\`${parameter}\` appears more than once. Send it once.` };

  const address = query.get("callback_url") ?? undefined;
  const challenge = query.get("code_challenge") ?? undefined;
  const method = query.get("code_challenge_method") ?? undefined;
  const callback = address === undefined ? undefined : toCallback(address);
  if (address !== undefined && !callback) return { parameter: "callback_url", message: explainCallback(address) };
  if (method !== undefined && !methods.has(method))
    return {
      parameter: "code_challenge_method",
      message: `\`code_challenge_method\` must be "S256" or "plain", got ${quote(method)}.`,
    };
  if (method !== undefined && challenge === undefined)
    return {
      parameter: "code_challenge",
      message: "`code_challenge` is missing. A login with `code_challenge_method` needs it.",
    };
  // RFC 7636, sections 4.1 and 4.2: 43 characters for S256, 43 to 128 for plain. Shorter plain ones appear in tests.
  if (challenge !== undefined && !/^[\w.~-]{1,128}$/.test(challenge))
    return {
      parameter: "code_challenge",
      message: `\`code_challenge\` must be 1 to 128 characters of A-Z, a-z, 0-9, "-", ".", "_" and "~", got ${quote(challenge)}.`,
    };
  return { callback, challenge, method: (method ?? "S256") as ChallengeMethod };
}

/**
 * The URL of a callback that a browser may be sent to: https, or http on this machine. `undefined` for any other text.
 */
function toCallback(text: string): URL | undefined {
  if (text.length > longestCallback || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return undefined;
  if (url.protocol === "https:") return url;
  const isLocal = url.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return isLocal ? url : undefined;
}

/** Adds the result of the login to the query of the callback. Existing parameters stay. */
export function withResult(callback: URL, name: "code" | "error", value: string): string {
  const url = new URL(callback);
  if (url.searchParams.has(name)) url.searchParams.delete(name);
  url.search += `${url.search === "" ? "?" : "&"}${name}=${encodeURIComponent(value)}`;
  return url.href;
}

function explainCallback(text: string): string {
  return `\`callback_url\` must be an https URL, or an http URL of localhost on any port, without a user name, got ${quote(text)}.`;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}
