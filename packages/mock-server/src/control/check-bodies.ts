import { showValue } from "@patchbay/service/json/show-value";
import { below, integer, isRecord, object, value, wrong, type Check } from "../rules/check.ts";

/** Accepts any finite number. `1e999` in JSON is not finite. */
function amount(unit: string): Check {
  return (given, pointer) =>
    Number.isFinite(given)
      ? []
      : wrong(pointer, `must be a number of ${unit}, got ${showValue(given)}. It can be negative.`);
}

const accountName: Check = value(
  (given) => typeof given === "string" && given !== "" && given.length <= 200,
  "the name of an account",
);

/** Rejects a key in place of an account name: it would create an account that no key uses. */
const accountOrKey: Check = (given, pointer) =>
  typeof given === "string" && given.startsWith("sk-or-")
    ? wrong(pointer, "is a key. Use the name of its account, which follows the prefix of the key.")
    : accountName(given, pointer);

/** The body of `POST /clock`. */
export const clockBody: Check = object({ advanceMs: amount("milliseconds") }, ["advanceMs"]);

const dollars = amount("US dollars");
const creditsFields = object({ account: accountOrKey, add: dollars, set: dollars });

/** Accepts either `add` or `set`. The result of both would depend on their order. */
export const creditsBody: Check = (given, pointer) => {
  if (!isRecord(given)) return creditsFields(given, pointer);
  const { usd, add, set } = given;
  if (usd !== undefined)
    return wrong(below(pointer, "usd"), 'was renamed to `add`. Send {"add": 5} to add 5 US dollars.');
  const faults = creditsFields(given, pointer);
  if (faults.length > 0) return faults;
  if (add === undefined && set === undefined)
    return wrong(
      pointer,
      'The body needs `add` or `set`, in US dollars. Send {"add": 5} to add 5 US dollars, or {"set": 5} to make 5 the balance.',
    );
  return add !== undefined && set !== undefined
    ? wrong(below(pointer, "set"), "cannot be combined with `add`. Send one of them.")
    : [];
};

/** The body of `POST /restore`. */
export const restoreBody: Check = object({ id: integer(1, Number.MAX_SAFE_INTEGER) }, ["id"]);
