import { Validator, type Schema } from "@cfworker/json-schema";

/** Whether a value obeys a JSON Schema of a caller; a schema that cannot be read is obeyed by everything. */
export function obeys(schema: unknown, value: unknown): boolean {
  try {
    return new Validator(schema as Schema, "2020-12").validate(value).valid;
  } catch {
    return true;
  }
}
