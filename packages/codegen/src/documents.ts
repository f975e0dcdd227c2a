import type { Files } from "./output/files.ts";
import type { ApiModel } from "./model/model.ts";

/** The published OpenAPI document and the examples, as JSON. */
export function emitDocuments({ documents, examples }: ApiModel): Files {
  return { "openapi.json": toJson(documents.published), "examples.json": toJson(examples) };
}

/** The OpenAPI document of the mock server's control API, as JSON. */
export function emitControlDocument({ documents }: ApiModel): Files {
  return { "openapi.json": toJson(documents.control) };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
