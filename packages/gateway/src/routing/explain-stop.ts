import type { AttemptStop } from "../attempts/attempt-policy.ts";

/** The message of a request that was refused before any attempt. */
export function explainStop(reason: AttemptStop["reason"]): string {
  switch (reason) {
    case "limited":
      return "Every provider of the model is at its rate limit.";
    case "unavailable":
      return "Every provider of the model is down.";
    case "retry-budget":
      return "The gateway has used up its retries: too many providers fail.";
    default:
      return "No provider of the model could be tried.";
  }
}
