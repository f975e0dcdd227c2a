import type { Target } from "../../adapter.ts";
import { UnsupportedRequest } from "../../failure.ts";
import { isObject, type JsonObject } from "../../fields/json-value.ts";
import { mapFields, withoutEmpty, type FieldTable } from "../../fields/map-fields.ts";
import { readMaxTokens } from "../../fields/reasoning-request.ts";
import { toOpenApiSchema } from "../../schema/openapi-schema.ts";
import type { UnifiedRequest } from "../../unified.ts";
import { readModelVersion } from "../format/model-version.ts";
import { toThinkingConfig } from "./thinking-config.ts";

/** Field of the request → field of `generationConfig`. */
const fields: FieldTable = {
  temperature: "temperature",
  top_p: "topP",
  // 0 means all tokens, which Gemini expresses by leaving the field out.
  top_k: { name: "topK", convert: (value) => (value === 0 ? undefined : value) },
  frequency_penalty: "frequencyPenalty",
  presence_penalty: "presencePenalty",
  seed: "seed",
  stop: { name: "stopSequences", convert: (value) => (Array.isArray(value) ? value : [value]) },
  modalities: { name: "responseModalities", convert: toModalities },
  image_config: { name: "imageConfig", convert: toImageConfig },
};

/** The settings of a request. */
export function toGenerationConfig(request: UnifiedRequest, target: Target): JsonObject {
  return withoutEmpty({
    maxOutputTokens: readMaxTokens(request),
    ...mapFields(request, fields),
    ...toResponseFormat(request, target),
    thinkingConfig: toThinkingConfig(request, target),
  });
}

function toModalities(value: unknown): string[] | undefined {
  const names = Array.isArray(value) ? value.filter((name): name is string => typeof name === "string") : [];
  return names.every((name) => name === "text") ? undefined : names.map((name) => name.toUpperCase());
}

const imageFields: FieldTable = { aspect_ratio: "aspectRatio", image_size: "imageSize" };

function toImageConfig(value: unknown): JsonObject | undefined {
  return isObject(value) ? mapFields(value, imageFields) : undefined;
}

function toResponseFormat({ response_format: format, tools }: UnifiedRequest, { model }: Target): JsonObject {
  if (format?.type !== "json_object" && format?.type !== "json_schema") return {};
  if (tools && tools.length > 0 && readModelVersion(model).version < 3)
    throw new UnsupportedRequest(
      `${model} cannot combine tools with a JSON response format. Leave out one of them, or use a model from Gemini 3 on.`,
    );
  const schema = format.type === "json_schema" ? format.json_schema.schema : undefined;
  return {
    responseMimeType: "application/json",
    ...(schema && { responseSchema: toOpenApiSchema(schema, { isOrdered: true }) }),
  };
}
