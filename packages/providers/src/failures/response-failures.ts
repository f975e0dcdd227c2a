import { ProviderFailure, type ProviderFailureFacts } from "../failure.ts";

/** A failure of the provider itself: another endpoint is tried. */
function outage(
  message: string,
  code: string,
  { status = 502, raw }: { status?: number; raw?: string | undefined } = {},
): ProviderFailureFacts {
  const errorType = status === 504 ? "timeout" : "provider_unavailable";
  return { fault: "provider", next: "next-endpoint", status, message, errorType, code, raw: excerpt(raw) };
}

/** A response or an event that exceeds its limit. */
export function tooLarge(what: "line" | "event" | "body", limit: number): ProviderFailure {
  return new ProviderFailure(
    outage(
      `The provider sent a response ${what} of more than ${limit} bytes, which is the limit.`,
      "response_too_large",
    ),
  );
}

/** A response that ends before its finish. */
export function truncated(): ProviderFailureFacts {
  return outage("The provider's response ended before it was complete.", "truncated");
}

/**
 * A response without text, reasoning, image or tool call. A caller can ask for one, with its prompt or a stop sequence, so it does not
 * count as an outage, which would close the endpoint for other callers.
 */
export function emptyCompletion(): ProviderFailureFacts {
  return { ...outage("The provider's response is empty.", "empty_completion"), fault: "endpoint" };
}

/** A response in a format that the API does not have. `raw` is the body, or its start. */
export function malformed(what: string, raw: string | undefined): ProviderFailureFacts {
  return outage(`The provider sent ${what}.`, "malformed_response", { raw });
}

/** The provider ended its response with `finish_reason: "error"`, without an error. */
export function errorFinish(): ProviderFailureFacts {
  return outage("The provider's response ended with an error.", "error_finish");
}

/** What a request waits for, in the order in which it does. */
export type Wait = "connect" | "headers" | "firstToken" | "idle" | "usage" | "total";

const waits: Readonly<Record<Wait, readonly [what: string, code: string]>> = {
  connect: ["did not accept a connection", "connect_timeout"],
  headers: ["sent no response headers", "headers_timeout"],
  firstToken: ["sent no token", "first_token_timeout"],
  idle: ["sent nothing more", "idle_timeout"],
  usage: ["sent no usage", "usage_timeout"],
  total: ["did not complete its response", "total_timeout"],
};

/** A timeout of the gateway. */
export function timedOut(wait: Wait, ms: number): ProviderFailureFacts {
  const [what, code] = waits[wait];
  return outage(`The provider ${what} within ${ms} ms.`, code, { status: 504 });
}

/** Longest excerpt of a provider's body, in characters. */
const longestExcerpt = 2000;

/** The start of a text, for the log. */
export function excerpt(text: string | undefined, longest: number = longestExcerpt): string | undefined {
  if (text === undefined || text === "") return undefined;
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
