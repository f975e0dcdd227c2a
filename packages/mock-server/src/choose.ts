import type { CatalogueEndpoint, CatalogueModel } from "./engine/catalogue.ts";
import { Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** The model and the endpoint that will answer. */
export interface Choice {
  readonly model: CatalogueModel;
  readonly endpoint: CatalogueEndpoint;
}

/** What an operation needs from a model, and where its kind of model is served otherwise. */
const paths: Readonly<Record<string, string>> = {
  text: "/chat/completions",
  embeddings: "/embeddings",
  rerank: "/rerank",
};

/** Finds the first of the models, and its cheapest endpoint; throws 400 when the name is unknown or of the wrong kind. */
export function choose(
  { catalogue }: World,
  names: readonly string[],
  output: "text" | "embeddings" | "rerank",
): Choice {
  for (const name of names) {
    if (!catalogue.find(name)) throw new Refusal(400, `${name} is not a valid model ID`);
  }
  const model = catalogue.find(names[0]!)!;
  const kinds = model.model.architecture.output_modalities;
  if (!kinds.includes(output)) {
    const elsewhere = kinds.map((kind) => paths[kind]).find(Boolean);
    throw new Refusal(
      400,
      `${model.data.id} is not a model for ${paths[output]}.${elsewhere ? ` Use ${elsewhere}.` : ""}`,
      {
        availability: { code: "wrong_endpoint", retryable: false, requested_models: [...names] },
      },
    );
  }
  return { model, endpoint: model.endpoints[0]! };
}
