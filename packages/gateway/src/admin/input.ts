import * as z from "zod";
import { AdminError } from "./admin-error.ts";

/** Validates a body. Throws an `AdminError` that names each invalid field. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  return read(schema, body, "The body of the request");
}

/** Validates the query. Parameters may appear once. */
export function readQuery<Schema extends z.ZodType>(schema: Schema, query: URLSearchParams): z.output<Schema> {
  const values: Record<string, string> = {};
  for (const [name, value] of query) {
    if (Object.hasOwn(values, name)) throw new AdminError("bad_request", `\`${name}\` appears twice in the query.`);
    values[name] = value;
  }
  return read(schema, values, "The query");
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
  const list = issues.map(({ path, message }) => (path === "" ? message : `\`${path}\`: ${message}`)).join("; ");
  throw new AdminError("bad_request", `${what} is invalid. ${list}`, { issues });
}

/** Name of an account in a query or a body. Default: `default`. */
export const accountName: z.ZodType<string> = z
  .string()
  .regex(/^[\w.-]{1,100}$/, "Expected the name of an account, such as acme")
  .default("default");

const latest = 8.64e15;
/** Unix milliseconds in a query. */
export const timeParameter: z.ZodType<number> = z.coerce.number().int().min(0).max(latest);
/** Unix milliseconds in a body. */
export const time: z.ZodType<number> = z.number().int().min(0).max(latest);
