import { showValue } from "@patchbay/service/json/show-value";
import { isRecord, list, map, value, wrong, type Check, type RuleProblem } from "./check.ts";

const mostHeaders = 100;
const longestName = 256;
const longestValue = 8192;

/** Headers that delimit a body. A wrong value would break the next response on the connection. */
const framing: ReadonlySet<string> = new Set(["connection", "keep-alive", "transfer-encoding", "trailer", "upgrade"]);

/** The name of a header, as HTTP allows it. */
export const headerName: Check = (name, pointer) =>
  typeof name === "string" && name.length <= longestName && /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)
    ? []
    : wrong(pointer, `expected a header name (such as x-request-id), got ${showValue(name)}`);

const longText = `up to ${longestValue} Latin-1 characters without line breaks`;

function isHeaderText(given: unknown): boolean {
  return typeof given === "string" && given.length <= longestValue && /^[\t\x20-\x7e\x80-\xff]*$/.test(given);
}

/** The value of a header as a string. */
export const headerString: Check = value(isHeaderText, `a header value: ${longText}`);

/** The value of a header as a string or a number. */
const headerValue: Check = value(
  (given) => (typeof given === "number" && Number.isFinite(given)) || isHeaderText(given),
  `a header value: a number, or ${longText}; or a list of strings`,
);

const values = list(headerString, mostHeaders);

/** One value, or a list of values for a header that is sent more than once. */
const headerValues: Check = (given, pointer) => {
  if (!Array.isArray(given)) return headerValue(given, pointer);
  return given.length > 0 ? values(given, pointer) : wrong(pointer, "is an empty list. Remove the header.");
};

/** The headers of a response. `exceptions` names framing headers that are allowed. */
export function headers(exceptions: readonly string[]): Check {
  const all = map(headerName, headerValues, mostHeaders);
  return (given, pointer) => [...all(given, pointer), ...misplaced(given, pointer, exceptions)];
}

function misplaced(given: unknown, pointer: string, exceptions: readonly string[]): RuleProblem[] {
  if (!isRecord(given)) return [];
  const seen = new Set<string>();
  return Object.entries(given).flatMap(([name, content]) => {
    const lower = name.toLowerCase();
    const place = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (framing.has(lower) || (lower === "content-length" && !exceptions.includes(lower)))
      return wrong(
        place,
        "is set by the server. Remove it. Faults such as `truncated` send fewer bytes than announced.",
      );
    if (lower === "content-length" && Array.isArray(content)) return wrong(place, "can have one value, got a list.");
    if (seen.has(lower)) return wrong(place, "appears twice; header names are case-insensitive.");
    seen.add(lower);
    return [];
  });
}
