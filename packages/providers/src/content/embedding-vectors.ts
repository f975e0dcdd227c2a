import type { EmbeddingRequest } from "@patchbay/spec";
import { countInputs } from "./embedding-inputs.ts";
import { ProviderFailure } from "../failure.ts";
import { malformed } from "../failures/response-failures.ts";

/** Checks the vectors of a response: one list of numbers for each input. Throws a `ProviderFailure`. */
export function readVectors(value: unknown, request: EmbeddingRequest): readonly (readonly number[])[] {
  const expected = countInputs(request);
  if (!Array.isArray(value) || !value.every(isVector))
    throw new ProviderFailure(malformed("embeddings that are not lists of numbers", JSON.stringify(value)));
  if (value.length !== expected)
    throw new ProviderFailure(malformed(`${value.length} embeddings for ${expected} inputs`, undefined));
  return value;
}

function isVector(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "number");
}
