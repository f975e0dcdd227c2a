import type { EndpointConfig, InputModality, Modalities, ModelConfig, OutputModality } from "../config.ts";
import { defaultModalities, unlimited } from "../default-config.ts";
import type { EndpointPrice } from "../price.ts";
import { fail, list, object, optional, required, type Reader } from "../yaml/reader.ts";
import { choice, integer, matching, number, text, yesOrNo } from "../yaml/scalars.ts";
import { price } from "./price-field.ts";
import { capacity, dataPolicy } from "./provider-fields.ts";

/** An endpoint as the file has it: what it takes from its provider and model is undefined. */
export type EndpointFields = Omit<EndpointConfig, "price" | "tag" | "dataPolicy"> & {
  readonly tag: string | undefined;
  readonly dataPolicy: EndpointConfig["dataPolicy"] | undefined;
  readonly price: EndpointPrice | "free" | undefined;
  readonly unpriced: boolean;
};

/** A model as the file has it. */
export type ModelFields = Omit<ModelConfig, "endpoints" | "name"> & {
  readonly name: string | undefined;
  readonly endpoints: readonly EndpointFields[];
};

const inputs = ["text", "image", "file", "audio", "video"] as const satisfies readonly InputModality[];
const outputs = ["text", "image", "audio", "embeddings", "rerank"] as const satisfies readonly OutputModality[];

const modalities = object<Modalities>({
  input: optional(list(choice(inputs), { of: "modalities", min: 1 }), defaultModalities.input),
  output: optional(list(choice(outputs), { of: "modalities", min: 1 }), defaultModalities.output),
});

const endpoint = object<EndpointFields>({
  provider: required(text(), "Write the slug of a provider."),
  model: required(modelName, "Write the provider's name of the model."),
  tag: optional(matching(/^[a-z0-9][a-z0-9._/-]{0,99}$/, "a tag such as openai/fast"), undefined),
  context: optional(integer(1), undefined),
  maxOutput: optional(integer(1), undefined),
  price: optional(price, undefined),
  unpriced: optional(yesOrNo, false),
  weight: optional(number(0, 1000), 1),
  quantization: optional(matching(/^[\w.-]{1,30}$/, "a quantization such as fp8"), "unknown"),
  dataPolicy: optional(dataPolicy, undefined),
  limits: optional(capacity, unlimited),
});

/** A provider's name of a model. A name of digits is a number for YAML. */
function modelName(...[node, path, context]: Parameters<Reader<string>>): string | undefined {
  return node.type === "scalar" && /^[^\s\0]{1,200}$/.test(node.source)
    ? node.source
    : fail(context, path, "expected the provider's name of the model", node);
}

/** `author/name`, as in OpenRouter's API; a suffix after a colon is a variant. */
const modelId: Reader<string> = matching(
  /^[a-zA-Z0-9][\w.-]{0,99}\/[a-zA-Z0-9][\w.-]{0,99}(?::[a-z0-9-]{1,30})?$/,
  "a model id of the form author/name",
);

/** Reads `models`. */
export const models: Reader<readonly ModelFields[]> = list(
  object<ModelFields>({
    id: required(modelId, "Write an id of the form author/name."),
    name: optional(text({ most: 200 }), undefined),
    description: optional(text({ most: 5000 }), ""),
    context: optional(integer(1), undefined),
    maxOutput: optional(integer(1), undefined),
    modalities: optional(modalities, defaultModalities),
    supportedParameters: optional(
      list(matching(/^[a-z_]{1,60}$/, "a request parameter such as tools"), { of: "parameters" }),
      undefined,
    ),
    endpoints: required(list(endpoint, { of: "endpoints", min: 1 }), "Write at least one { provider, model, price }."),
  }),
  { of: "models" },
);
