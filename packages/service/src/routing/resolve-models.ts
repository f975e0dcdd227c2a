import type { CatalogModel } from "@patchbay/engine/routing/catalog";
import { getOwn } from "@patchbay/engine/data/get-own";
import type { Target, Variant } from "@patchbay/engine/routing/routing";
import { HttpError } from "../http/http-error.ts";
import { excerpt } from "../json/show-value.ts";
import type { ServiceState } from "../state/service-state.ts";

/** The models of a request, in the order of the attempts. */
export interface Resolution {
  /** The first name of the request, unchanged. */
  readonly requested: string;
  readonly targets: readonly Target[];
  /** How the first name was resolved. */
  readonly strategy: string;
}

/** The kind of output of an operation. */
export type OutputKind = "text" | "embeddings" | "rerank";

const paths: Readonly<Record<string, string>> = {
  text: "/chat/completions",
  image: "/chat/completions",
  embeddings: "/embeddings",
  rerank: "/rerank",
};

/**
 * Finds the models of a list of names. Throws 400 for an unknown name or a model of another operation, and 404 for a
 * retired model. `pointers` are the JSON pointers to the names in the body. Default: `/model`.
 */
export function resolve(
  state: ServiceState,
  names: readonly string[],
  output: OutputKind,
  pointers: readonly string[] = [],
): Resolution {
  const targets: Target[] = [];
  let at = 0;
  try {
    for (at = 0; at < names.length; at++) targets.push(toTarget(state, names[at]!, names));
    for (at = 0; at < targets.length; at++) checkKind(targets[at]!.model, output, names);
  } catch (error) {
    throw error instanceof HttpError ? pointingAt(pointers[at] ?? "/model", error) : error;
  }
  const [requested] = names as [string];
  return { requested, targets, strategy: strategyOf(state, requested) };
}

/** Adds the place of a name to the error that the name causes. */
function pointingAt(pointer: string, error: HttpError): HttpError {
  const { message } = error;
  return error.with({ metadata: { ...error.details.metadata, issues: [{ in: "body", pointer, message }] } });
}

const variants: readonly Variant[] = ["nitro", "floor", "exacto", "online"];

/** Splits a name into the id and the routing variant. A suffix that is part of the model's id is not a variant. */
export function splitVariant(state: ServiceState, name: string): { id: string; variant: Variant | undefined } {
  const variant = state.catalog.find(name) ? undefined : variants.find((end) => name.endsWith(`:${end}`));
  return { id: variant ? name.slice(0, -variant.length - 1) : name, variant };
}

function toTarget(state: ServiceState, name: string, names: readonly string[]): Target {
  const { id, variant } = splitVariant(state, name);
  const model = state.catalog.find(id);
  if (!model) throw unknown(state, id, names);
  const { expiration_date: last } = model.data;
  if (last !== undefined && state.now() > Date.parse(`${last}T23:59:59Z`))
    throw new HttpError(404, `${id} was taken out of service on ${last}. Choose another model.`, {
      availability: { code: "model_deprecated", retryable: false, requested_models: [...names] },
    });
  if (model.endpoints.length === 0)
    throw new HttpError(404, `No endpoints found for ${id}.`, {
      availability: { code: "no_endpoints", retryable: false, requested_models: [...names] },
    });
  return { model, variant };
}

/** Maximum length of a name in an error message, in characters. */
const longestName = 200;

function unknown({ catalog }: ServiceState, given: string, all: readonly string[]): HttpError {
  const id = excerpt(given, longestName);
  const names = all.map((name) => excerpt(name, longestName));
  if (id.includes("@preset/")) return new HttpError(404, `Preset ${id.slice(id.indexOf("@preset/") + 8)} not found`);
  if (id.endsWith(":free") && catalog.find(id.slice(0, -5)))
    return new HttpError(404, `The free variant ${id} has ended. Use ${id.slice(0, -5)}.`, {
      availability: {
        code: "free_variant_ended",
        retryable: false,
        requested_models: [...names],
        fallback_models: [id.slice(0, -5)],
      },
    });
  return new HttpError(400, `${id} is not a valid model ID`, {
    availability: { code: "model_not_found", retryable: false, requested_models: [...names] },
  });
}

function checkKind({ id, model }: CatalogModel, output: OutputKind, names: readonly string[]): void {
  const kinds = model.architecture.output_modalities;
  if (kinds.includes(output)) return;
  const elsewhere = kinds.map((kind) => getOwn(paths, kind)).find(Boolean);
  throw new HttpError(
    400,
    `${id} is not a model for ${getOwn(paths, output)}.${elsewhere ? ` Use ${elsewhere}.` : ""}`,
    {
      availability: { code: "wrong_endpoint", retryable: false, requested_models: [...names] },
    },
  );
}

function strategyOf({ catalog }: ServiceState, name: string): string {
  if (!catalog.isAlias(name)) return "direct";
  return name.startsWith("~") ? "latest" : "alias";
}
