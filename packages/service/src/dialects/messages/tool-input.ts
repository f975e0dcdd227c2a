import { getOwn } from "@patchbay/engine/data/get-own";
import { tryParseJson } from "../../json/parse-json.ts";

type Input = Record<string, unknown>;

/** The member that holds arguments that are not a JSON object, as Anthropic's documentation recommends. */
const invalid = "INVALID_JSON";

/** The arguments of a tool call as the `input` of a block, which is always an object. */
export function toInput(text: string): Input {
  const value = text.trim() === "" ? {} : tryParseJson(text);
  if (value === null) return {};
  return typeof value === "object" && !Array.isArray(value) ? (value as Input) : { [invalid]: text };
}

/** The `input` of a block as the arguments of a tool call. The inverse of `toInput`, up to white space. */
export function toArguments(input: unknown): string {
  if (typeof input !== "object" || input === null) return JSON.stringify(input ?? {});
  const [name, ...others] = Object.keys(input);
  const text = name === invalid && others.length === 0 ? getOwn(input as Input, invalid) : undefined;
  return typeof text === "string" ? text : JSON.stringify(input);
}
