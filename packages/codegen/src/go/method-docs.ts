import type { Authentication, Operation } from "../model/model.ts";
import { toComment, toGoText, toThirdPerson } from "./docs.ts";
import type { Inputs } from "./inputs.ts";
import { toGoName, toServiceName } from "./names.ts";

interface Method {
  readonly kind: "call" | "stream" | "pages";
  readonly name: string;
  readonly inputs: Inputs;
}

/** The comment of a method. */
export function describeMethod(operation: Operation, { kind, name, inputs }: Method): string {
  const { summary, description, deprecated, resource, verb, pagination } = operation;
  const link = `[${toServiceName(resource)}.${toGoName(verb)}]`;
  if (kind === "pages")
    return toComment([
      `${name} iterates over the items of all pages of ${link}, from the offset of params on. It requests a page when the loop reaches it. After an error it stops.`,
    ]);
  if (kind === "stream")
    return toComment([
      `${name} sends the request of ${link} and returns the response while it is generated. The error says that the stream could not be opened. Close the stream when it is no longer read.`,
      ...describeCall(operation),
    ]);
  return toComment([
    `${name} ${toThirdPerson(summary)}.`,
    ...toGoText(description).split(/\n{2,}/),
    ...describeInputs(inputs),
    pagination ? `It returns one page. [${toServiceName(resource)}.${name}All] iterates over all of them.` : "",
    ...describeCall(operation),
    deprecated ? "Deprecated: The API may remove the operation." : "",
  ]);
}

function describeInputs({ positional }: Inputs): string[] {
  if (positional.length === 0) return [];
  return [
    positional.map(({ name, description }) => `${name}: ${toGoText(description).replaceAll(/\s+/g, " ")}`).join(" "),
  ];
}

const keys: Readonly<Record<Authentication, string>> = {
  inference: "It needs an API key ([WithAPIKey]).",
  management: "It needs a management key ([WithManagementKey]).",
  optional: "It works without an API key.",
};

/** The key, the retries and the errors. */
function describeCall({ auth, idempotent, pollable, errors }: Operation): string[] {
  const retries = idempotent
    ? "A failed attempt is repeated, also if its outcome is unknown."
    : "A failed attempt is not repeated if the API may have processed it, unless [WithRetryNonIdempotent] permits it.";
  const poll = pollable ? "[WithPoll] repeats the request while the resource is not available yet (404)." : "";
  const codes = errors.map(({ status, code }) => `[Code${toGoName(code)}] (${status})`);
  return [
    [keys[auth], retries, poll].filter((text) => text !== "").join(" "),
    `Codes of its errors: ${codes.join(", ")}.`,
  ];
}
