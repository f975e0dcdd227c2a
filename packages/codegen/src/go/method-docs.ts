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
  const { resource, verb } = operation;
  const link = `[${toServiceName(resource)}.${toGoName(verb)}]`;
  if (kind === "pages")
    return toComment([
      `${name} iterates over the items of all pages of ${link}, from the offset of params on. The loop requests a page when it reaches it. After an error it ends.`,
    ]);
  if (kind === "stream")
    return toComment([
      `${name} sends the same request as ${link} and returns the response as a stream while the model generates it. The error is that of opening the stream: the API key, the retries and the codes of errors are those of ${toGoName(verb)}. A stream that has begun is not repeated.`,
      "Close the stream unless it was read to its end.",
    ]);
  return toComment(describeCall(operation, name, inputs));
}

/** What the method does and takes, its API key, its retries and its errors. */
function describeCall(operation: Operation, name: string, inputs: Inputs): string[] {
  const { summary, deprecated, resource, pagination, stream, errors } = operation;
  const service = toServiceName(resource);
  const codes = errors.map(({ status, code }) => `[Code${toGoName(code)}] (${status})`);
  return [
    `${name} ${toThirdPerson(summary)}.`,
    ...toGoText(withoutRepetition(operation)).split(/\n{2,}/),
    describeInputs(inputs),
    stream ? `[${service}.${toGoName(stream.verb)}] returns the response as a stream.` : "",
    pagination ? `It returns one page; [${service}.${name}All] iterates over the items of all pages.` : "",
    describeAttempts(operation),
    `An [Error] of the API has the code ${codes.join(", ")} or another one.`,
    deprecated ? "Deprecated: The API may remove the operation." : "",
  ];
}

/** The description without what the other sentences of the comment say. */
function withoutRepetition({ summary, description }: Operation): string {
  const first = `${toThirdPerson(summary)}.`;
  const rest = description.toLowerCase().startsWith(first.toLowerCase())
    ? description.slice(first.length)
    : description;
  return rest.replace(/\s*\bRequires a management key\./, "").trim();
}

/** The positional parameters. */
function describeInputs({ positional }: Inputs): string {
  return positional
    .map(({ name, description }) => `The parameter ${name}: ${toGoText(description).replaceAll(/\s+/g, " ")}`)
    .join(" ");
}

const keys: Readonly<Record<Authentication, string>> = {
  inference: "It needs an API key ([WithAPIKey]).",
  management: "It needs a management key ([WithManagementKey]).",
  optional: "The API accepts it without a key, but the client requires one ([WithAPIKey]); any key works.",
};

/** The key and the retries. */
function describeAttempts({ auth, idempotent, pollable }: Operation): string {
  const retries = idempotent
    ? "A request that failed is repeated, also if the API may have processed it."
    : "A request that failed is repeated only if the API did not process it, unless [WithRetryNonIdempotent] permits more.";
  const poll = pollable ? "[WithPoll] repeats it while the resource is not available yet (404)." : "";
  return [keys[auth], retries, poll].filter((text) => text !== "").join(" ");
}
