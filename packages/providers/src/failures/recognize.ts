import type { ErrorDescription } from "./error-description.ts";
import { otherEndpoint, overloaded, spentKey, type FailureClass } from "./failure-classes.ts";

/** What recognizes a failure: statuses that it occurs with, and a pattern of the provider's code and message. */
interface Sign {
  readonly statuses: readonly number[];
  readonly pattern: RegExp;
  readonly is: FailureClass;
}

const caller = (errorType: string): FailureClass => ({ fault: "caller", next: "stop", status: 400, errorType });
const endpoint = (errorType: string): FailureClass => ({ ...otherEndpoint, errorType });

const badRequest = [400, 413, 422] as const;
const forbidden = { ...caller("content_policy_violation"), status: 403 };

/**
 * Failures that mean something else than their status says, since providers disagree about statuses. The first match counts. The
 * patterns have no nested repetition, so that they take linear time.
 */
const signs: readonly Sign[] = [
  // A spending limit arrives as 400, 403 or 429, and says nothing about the request.
  {
    statuses: [400, 403, 429],
    pattern:
      /insufficient[_ ](?:quota|credit|balance|funds)|credit balance|billing|spend(?:ing)?[_ ](?:limit|cap)|(?:monthly|daily|usage) spend|usage limits? (?:reached|exceeded)|reached your specified[\w ]* usage limits?|quota has been exhausted/i,
    is: spentKey,
  },
  // A key that is not valid arrives as 400 at Google and at some proxies.
  {
    statuses: [400],
    pattern: /api[_ ]key[_ ]invalid|api key not valid|(?:invalid|incorrect|expired) api[_ ]key/i,
    is: { ...spentKey, message: "The provider rejected the API key of this endpoint." },
  },
  { statuses: [429, 500], pattern: /overloaded|engine_overloaded|at capacity|over capacity/i, is: overloaded },
  {
    statuses: badRequest,
    pattern:
      /context[_ ]length|context[_ ]window|maximum context|context size|prompt is too long|input is too long|too many (?:input )?tokens|exceeds? the (?:maximum|available|model's)[\w ]* (?:context|tokens|length)|token count[\w ()]* exceeds/i,
    is: endpoint("context_length_exceeded"),
  },
  {
    statuses: [400, 403, 422],
    pattern: /content[_ ](?:policy|filter)|flagged|moderation|safety system|responsible ai/i,
    is: forbidden,
  },
  // The provider does not serve the region of the gateway.
  {
    statuses: [403],
    pattern: /country|region|territory/i,
    is: { ...otherEndpoint, status: 403, errorType: "permission_denied" },
  },
  {
    statuses: badRequest,
    pattern: /image[\w ]*(?:too large|exceeds)|exceeds[\w ]* image size/i,
    is: endpoint("image_too_large"),
  },
  {
    statuses: badRequest,
    pattern: /(?:failed|unable|could not|error) (?:to )?(?:while )?(?:download|fetch)/i,
    is: endpoint("image_download_failed"),
  },
  {
    statuses: badRequest,
    pattern: /(?:could not|cannot|failed to) (?:process|decode|parse) (?:the )?image|invalid[_ ](?:base64|image)/i,
    is: caller("invalid_image"),
  },
  {
    statuses: badRequest,
    pattern:
      /tool_call_ids? did not have response|tool_use[\w` ]* without|must be followed by tool messages|unexpected [`'"]?tool_(?:use_id|result)|tool_call_id[\w ]* not found/i,
    is: caller("invalid_request"),
  },
];

/** The class of a failure whose code or message is known; `undefined` if only the status says what it is. */
export function recognize({ status, code = "", message = "" }: ErrorDescription): FailureClass | undefined {
  const text = `${code} ${message.slice(0, longestMessage)}`;
  const unquoted = text.replaceAll(quotation, "");
  return signs.find(
    ({ statuses, pattern, is }) => statuses.includes(status) && pattern.test(is.fault === "key" ? unquoted : text),
  )?.is;
}

/** Messages quote the request. Its words must not put a key of the gateway out of use. */
const quotation = /"[^"]*"|'[^']*'|`[^`]*`/g;

/** Only the start of a message is examined, in characters. */
const longestMessage = 4000;
