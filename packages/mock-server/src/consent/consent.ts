import { withBody, type HeaderReader, type IncomingRequest } from "@patchbay/service/http/request";
import type { ServerHandle } from "../pipeline/server-handle.ts";
import { parseJsonOrText } from "@patchbay/service/json/parse-json";
import type { Reply } from "@patchbay/service/http/reply";
import { codePage, consentPage, messagePage, type ConsentForm } from "./consent-page.ts";
import { readLoginRequest, withResult, type LoginRequest } from "./login-request.ts";

/** The path to which an application sends a person to approve a login. */
export const consentPath = "/auth";

const longestForm = 16 * 1024;

/**
 * The consent page of the login (PKCE). A person approves, and the browser goes to the application's callback with a
 * code that `auth.exchangeCode` accepts. The operation `auth.createCode` creates the code, so that rules, keys and the
 * journal apply.
 */
export async function consent(request: IncomingRequest, server: ServerHandle): Promise<Reply> {
  const { method, url, headers } = request;
  if (!["GET", "HEAD", "POST"].includes(method))
    return page(405, messagePage("Method not allowed", `Use GET or POST, got ${method}.`), {
      allow: "GET, HEAD, POST",
    });
  const login = readLoginRequest(url.searchParams);
  if ("message" in login) return page(400, messagePage("Invalid login request", login.message));
  if (method !== "POST") return ask(login, defaultsOf(login, server), server);
  if (isForeign(headers, url))
    return page(403, messagePage("Request rejected", "Only the consent page of this server can approve a login."));
  const { body } = await withBody(request);
  if (body.length > longestForm)
    return page(413, messagePage("Form too large", `The form must not be longer than ${longestForm} characters.`));
  return decide(login, new URLSearchParams(body), request, server);
}

/** A page of another origin must not approve on a person's behalf. Programs send neither header. */
function isForeign(headers: HeaderReader, { host }: URL): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  return origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host);
}

async function decide(
  login: LoginRequest,
  given: URLSearchParams,
  { url }: IncomingRequest,
  server: ServerHandle,
): Promise<Reply> {
  const decision = given.get("decision");
  if (decision === "deny") {
    if (login.callback) return redirect(withResult(login.callback, "error", "access_denied"));
    return page(200, messagePage("Access denied", "The application gets no key. You can close this page."));
  }
  const defaults = defaultsOf(login, server);
  if (decision !== "approve") return ask(login, defaults, server, 400, '`decision` must be "approve" or "deny".');
  const form: ConsentForm = {
    key: (given.get("key") ?? defaults.key).trim(),
    label: given.get("key_label")?.trim() || defaults.label,
    limit: given.get("limit")?.trim() ?? "",
    interval: given.get("usage_limit_type") ?? "",
  };
  const made = await createCode(login, form, url, server);
  if ("problem" in made) return ask(login, form, server, made.status, made.problem);
  if (login.callback) return redirect(withResult(login.callback, "code", made.code));
  return page(200, codePage(made.code));
}

/** Requests a code from the operation, as an application with the person's key would. */
async function createCode(
  { callback, challenge, method }: LoginRequest,
  { key, label, limit, interval }: ConsentForm,
  { origin }: URL,
  server: ServerHandle,
): Promise<{ readonly code: string } | { readonly status: number; readonly problem: string }> {
  if (!/^[\x21-\x7e]+$/.test(key)) return { status: 400, problem: "Enter an API key, for example sk-or-v1-test." };
  const amount = limit === "" ? undefined : Number(limit);
  if (amount !== undefined && !(amount >= 0 && Number.isFinite(amount)))
    return { status: 400, problem: "The credit limit must be a number of US dollars, 0 or more." };
  const reply = await server.handle({
    method: "POST",
    url: new URL("/api/v1/auth/keys/code", origin),
    headers: new Headers({ authorization: `Bearer ${key}`, "content-type": "application/json" }),
    body: JSON.stringify({
      // A login without a callback shows its code on this server.
      callback_url: callback?.href ?? "http://localhost/auth",
      ...(challenge !== undefined && { code_challenge: challenge, code_challenge_method: method }),
      key_label: label,
      limit: amount,
      usage_limit_type: interval === "" ? undefined : interval,
    }),
  });
  if (reply.body.kind === "frames") reply.body.ended(0, false);
  const answer = reply.body.kind === "text" && !reply.connection ? parseJsonOrText(reply.body.text) : undefined;
  const { data, error } = (typeof answer === "object" && answer !== null ? answer : {}) as {
    readonly data?: { readonly id?: unknown };
    readonly error?: { readonly message?: unknown };
  };
  if (typeof data?.id === "string") return { code: data.id };
  const status = reply.status >= 400 && reply.status <= 599 ? reply.status : 502;
  return {
    status,
    problem: `The server did not create a code: ${String(error?.message ?? "its response is not valid JSON")}`,
  };
}

function defaultsOf({ callback }: LoginRequest, { state }: ServerHandle): ConsentForm {
  return {
    key: state.settings.strictKeys ? "" : "sk-or-v1-test",
    label: callback?.host ?? "OAuth key",
    limit: "",
    interval: "",
  };
}

function ask(login: LoginRequest, form: ConsentForm, { state }: ServerHandle, status = 200, problem?: string): Reply {
  const text = consentPage(login, form, { strictKeys: state.settings.strictKeys, problem });
  return page(status, text, { "content-security-policy": policyFor(login.callback) });
}

/** Browsers check the target of a form also when its response redirects. Policies cannot name IPv6 addresses. */
function policyFor(callback: URL | undefined): string {
  if (!callback) return policy("'self'");
  return policy(`'self' ${callback.hostname.startsWith("[") ? callback.protocol : callback.origin}`);
}

function policy(formAction: string): string {
  return `default-src 'none'; style-src 'unsafe-inline'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`;
}

function page(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy("'none'"),
      "cache-control": "no-store",
      // With `no-referrer` a browser would send `Origin: null` with the form.
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      ...headers,
    },
    body: { kind: "text", text },
  };
}

/** 303, so that the browser follows with GET (RFC 9110, section 15.4.4). */
function redirect(location: string): Reply {
  return {
    status: 303,
    headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer" },
    body: { kind: "text", text: "" },
  };
}
