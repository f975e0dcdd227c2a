import { Refusal } from "../refusal.ts";
import { json, type Reply } from "../reply.ts";
import { applyFault } from "./apply-fault.ts";
import type { OutcomeObject, Play } from "./scenario.ts";

/** What the service answers by itself when a rule says so; undefined when the model is to be asked. */
export function serviceAnswer(play: Play): Reply | undefined {
  const { status } = play.peek() ?? {};
  if (status === undefined) return undefined;
  const outcome = play.take()!;
  const { body, message = messages[status] ?? "The rule says so.", headers } = outcome;
  if (body !== undefined) return json(body, status, headers);
  if (status < 400) return json({}, status, headers);
  return new Refusal(status, message, { headers: { ...usualHeaders(status), ...headers } }).toReply();
}

/** The reply as the faults of the rule leave it. */
export function withFaults(reply: Reply, { faults, delay }: Play): Reply {
  const late = delay > 0 ? { ...reply, at: (reply.at ?? 0) + delay } : reply;
  return faults.reduce(applyFault, late);
}

/** What the provider says, by the rule; undefined when the rule is used up. */
export function providerSays(play: Play): OutcomeObject | undefined {
  return play.take();
}

/** The service's usual words for each status. */
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

/** The headers that the service sends with a status. */
function usualHeaders(status: number): Readonly<Record<string, string>> {
  return status === 429 || status === 503 ? { "retry-after": "1" } : {};
}
