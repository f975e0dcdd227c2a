import type { Files } from "../output/files.ts";
import type { ApiModel } from "../model/model.ts";
import { toRegExp, toSource } from "./text.ts";

/** How a client behaves, as data. */
export function emitPolicies(model: ApiModel): Files {
  const { retryPolicy, clientPolicy, errorPolicy, errors } = model;
  const errorCodes = Object.fromEntries(errors.map(({ status, code }) => [status, code]));
  const words = errorPolicy.statusWords.map(({ pattern, status }) => `[${toRegExp(pattern)}, ${status}],`);
  const options = model.operations.flatMap(({ parameters }) => parameters.header);
  const headers = Object.fromEntries(options.flatMap(({ name, option }) => (option ? [[option.name, name]] : [])));
  return {
    "policies.ts": `import type { ClientPolicy, RetryPolicy } from "../policies.ts";

/** Which failures a client retries, and how long it waits. */
export const retryPolicy: RetryPolicy = ${toSource(retryPolicy)};

/** Defaults of a client, and the headers of responses that it reads. */
export const clientPolicy: ClientPolicy = ${toSource(clientPolicy)};

/** Option of the client → the header that it is sent as. */
export const optionHeaders = ${toSource(headers)} as const;
`,
    // A file of its own: a client loads it when a response is an error.
    "error-policy.ts": `import type { ErrorPolicy } from "../policies.ts";
import type { ErrorCode, ErrorStatus } from "./names.ts";

/** HTTP status → the stable code on which callers branch. */
export const errorCodes: Readonly<Record<ErrorStatus, ErrorCode>> = ${toSource(errorCodes)};

/** Words in providers' error codes → HTTP status. The first match counts. */
const statusWords: ErrorPolicy["statusWords"] = [
${words.join("\n")}
];

/** How a client reads errors. */
export const errorPolicy: ErrorPolicy = {
  statusWords,
  defaultStatus: ${errorPolicy.defaultStatus},
  messageFields: ${toSource(errorPolicy.messageFields)},
};
`,
  };
}
