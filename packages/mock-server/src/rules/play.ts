import { isDialect } from "@patchbay/service/dialects/index";
import { json, type Reply } from "@patchbay/service/http/reply";
import type { ProviderError } from "@patchbay/service/parts/part";
import { HttpError } from "@patchbay/service/http/http-error";
import { applyFaults } from "../faults/apply-fault.ts";
import { describeProblems } from "./check-rule.ts";
import { isEmptyStatus } from "./check-status.ts";
import { checkReply, modelFields } from "./check-reply.ts";
import type { Fault, FaultReport } from "../faults/fault.ts";
import type { RuleRequest } from "./match.ts";
import { toChunks, type RawResponse } from "../faults/raw.ts";
import type { RuleReply, RuleReplyObject } from "./rule.ts";

/** A rule, and the number of times it was used. */
export interface RuleUse {
  readonly name: string;
  readonly replies: readonly RuleReply[];
  readonly times: number;
  used: number;
}

/** The replies of a rule for one request. A function is called once per reply. */
export class Play {
  readonly #entry: RuleUse;
  readonly #seen: RuleRequest;
  /** The number of the reply that was read last. */
  #index = -1;
  #next: RuleReplyObject | undefined;
  #taken: RuleReplyObject | undefined;

  constructor(entry: RuleUse, seen: RuleRequest) {
    this.#entry = entry;
    this.#seen = seen;
  }

  get rule(): string {
    return this.#entry.name;
  }

  /** The reply that was consumed last. */
  get taken(): RuleReplyObject | undefined {
    return this.#taken;
  }

  /** Returns the next reply without consuming it. */
  peek(): RuleReplyObject | undefined {
    const { used: index, times, replies, name } = this.#entry;
    if (index >= times) return undefined;
    if (this.#index !== index) {
      this.#next = read(replies[Math.min(index, replies.length - 1)]!, this.#seen, name);
      this.#index = index;
    }
    return this.#next;
  }

  /** Consumes the next reply. Returns `undefined` when the rule is used up. */
  take(): RuleReplyObject | undefined {
    const ruleReply = this.peek();
    if (!ruleReply) return undefined;
    this.#entry.used++;
    this.#taken = ruleReply;
    return ruleReply;
  }
}

function read(ruleReply: RuleReply, seen: RuleRequest, rule: string): RuleReplyObject {
  const result: unknown = typeof ruleReply === "function" ? ruleReply(seen) : ruleReply;
  const problems = result === ruleReply ? [] : checkResult(result);
  if (problems.length > 0)
    throw new RangeError(`The reply function of ${rule} returned an invalid reply: ${describeProblems(problems)}`);
  return typeof result === "string" ? { content: result } : (result as RuleReplyObject);
}

function checkResult(result: unknown): ReturnType<typeof checkReply> {
  if (result instanceof Promise)
    return [{ pointer: "/reply", message: "is a promise. Return a string or an object at once, without `async`." }];
  return checkReply(result, "/reply");
}

/** The other operations that call a provider, which can fail. */
const askProvider: ReadonlySet<string> = new Set(["embeddings.create", "rerank.create"]);

/** Returns the fields of the model's output in a reply. They have no effect for operations without a model. */
function spoken(ruleReply: RuleReplyObject): readonly string[] {
  return modelFields.filter((name) => name !== "error" && ruleReply[name] !== undefined);
}

/** Returns the response that the rule itself defines, or `undefined` when the operation has to run. */
export function getRuleResponse(play: Play, operation: string): Reply | undefined {
  const next = play.peek();
  if (!next) return undefined;
  const { status, body, raw, error } = next;
  const failure = !isDialect(operation) && !askProvider.has(operation) && spoken(next).length === 0 ? error : undefined;
  if (status === undefined && body === undefined && raw === undefined && !failure) return undefined;
  const ruleReply = play.take()!;
  if (ruleReply.raw) return rawReply(ruleReply.raw);
  return statusReply(failure ? { ...ruleReply, status: failure.status, message: failure.message } : ruleReply);
}

/** Returns the provider error of a rule, for operations that return no model's output. */
export function getProviderError(play: Play): ProviderError | undefined {
  const next = play.peek();
  return next?.error && spoken(next).length === 0 ? play.take()?.error : undefined;
}

/**
 * Returns the reply of a rule for a request that has a response, and the fields of the reply that have no effect for
 * its operation. A reply with such fields is not consumed, nor is the reply of a chat that was rejected before a call
 * to a model.
 */
export function getRuleReply(
  play: Play,
  operation: string,
): { readonly ruleReply: RuleReplyObject; readonly unused: readonly string[] } {
  if (isDialect(operation) || play.taken) return { ruleReply: play.taken ?? {}, unused: [] };
  const unused = spoken(play.peek() ?? {});
  return { ruleReply: (unused.length > 0 ? play.peek() : play.take()) ?? {}, unused };
}

/** The response for a reply with a `status`. */
export function statusReply({ status = 200, body, message, headers }: RuleReplyObject): Reply {
  if (isEmptyStatus(status)) return withHeaders({ status, headers: {}, body: { kind: "text", text: "" } }, headers);
  if (body !== undefined || status < 400) return withHeaders(json(body === undefined ? {} : body, status), headers);
  const text = message ?? messages[status] ?? "The rule says so.";
  return withHeaders(new HttpError(status, text, { headers: usualHeaders(status) }).toReply(), headers);
}

function rawReply(raw: RawResponse): Reply {
  const { status = 200, headers, end = "end" } = raw;
  const chunks = toChunks(raw);
  let at = 0;
  const frames = chunks.map(({ bytes, gap }) => ({ text: "", bytes, at: (at += gap), isAlone: true }));
  const body: Reply["body"] = isEmptyStatus(status)
    ? { kind: "text", text: "" }
    : { kind: "frames", frames, ...rawEnds[end], ended: () => undefined };
  return withHeaders({ status, headers: {}, body }, headers);
}

const rawEnds = { end: {}, cut: { end: "close" }, stall: { end: "hang" }, reset: { end: "reset" } } as const;

/** Adds a rule's headers to a reply. Names are lowercased, so that a rule's header replaces a default one. */
function withHeaders(reply: Reply, given: RuleReplyObject["headers"] = {}): Reply {
  const headers = new Map(Object.entries(reply.headers));
  const repeated = new Map(Object.entries(reply.repeated ?? {}));
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase();
    headers.delete(lower);
    repeated.delete(lower);
    if (typeof value === "object") repeated.set(lower, value);
    else headers.set(lower, String(value));
  }
  return {
    ...reply,
    headers: Object.fromEntries(headers),
    ...(repeated.size > 0 && { repeated: Object.fromEntries(repeated) }),
  };
}

/** Applies a rule to a reply, and reports which faults were applied. */
export function applyRuleReply(
  reply: Reply,
  { fault = [], delay = 0, headers, status, body, raw }: RuleReplyObject,
): { readonly reply: Reply; readonly reports: readonly FaultReport[] } {
  const isModel = status === undefined && body === undefined && raw === undefined;
  const named = isModel && headers ? withHeaders(reply, headers) : reply;
  const late = delay > 0 ? { ...named, delayMs: (named.delayMs ?? 0) + delay } : named;
  return applyFaults(late, Array.isArray(fault) ? (fault as readonly Fault[]) : [fault as Fault]);
}

/** Returns the model's output that the rule defines, or `undefined` when the rule is used up. */
export function getModelOutput(play: Play): RuleReplyObject | undefined {
  return play.take();
}

/** The API's default message for each status. */
const messages: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "User not found.",
  402: "Insufficient credits. Add more using https://openrouter.ai/credits",
  403: "Your input was flagged",
  404: "No endpoints found matching your data policy. Configure: https://openrouter.ai/settings/privacy",
  408: "Request timed out",
  409: "Conflict",
  413: "The body is too large",
  422: "Unprocessable",
  429: "Rate limit exceeded",
  500: "Internal Server Error",
  502: "Provider returned error",
  503: "No available provider meets the routing requirements",
  524: "The provider took too long to answer",
  529: "Provider overloaded",
};

/** The headers that the API sends with a status. */
function usualHeaders(status: number): Readonly<Record<string, string>> {
  return status === 429 || status === 503 ? { "retry-after": "1" } : {};
}
