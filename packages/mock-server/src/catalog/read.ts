import { z } from "zod";
import { createCatalog } from "@patchbay/engine/routing/catalog";
import type { CatalogData } from "@patchbay/engine/routing/catalog-data";
import { checkPricing, pricingFields } from "@patchbay/engine/billing/pricing-check";
import { explainJsonError } from "@patchbay/service/json/json-error";

const share = z.number().min(0).max(1);
const count = z.int().positive();

// Rejected names and prices are reported with their pointer.
const pricing = z.unknown().superRefine((given, context) => {
  try {
    checkPricing(given);
  } catch (error) {
    const [, path = "", message = ""] = /^pricing\/([^:]*): ?(.*)$/s.exec((error as Error).message) ?? [];
    context.addIssue({ code: "custom", path: path.split("/").filter(Boolean), message });
  }
});

const architecture = z.looseObject({
  modality: z.string().nullable(),
  input_modalities: z.array(z.string()),
  output_modalities: z.array(z.string()),
});

const endpoint = z.looseObject({
  provider: z.string(),
  tag: z.string().optional(),
  pricing,
  context_length: count.optional(),
  max_completion_tokens: count.nullish(),
  quantization: z.string().optional(),
  supported_parameters: z.array(z.string()).optional(),
  latency_ms: z.number().positive().optional(),
  throughput: z.number().positive().optional(),
  data_policy: z
    .object({ training: z.boolean(), retention_days: z.number().min(0).nullable(), zdr: z.boolean() })
    .optional(),
  tool_success: share.optional(),
  capacity: count.optional(),
  status: z.int().optional(),
  blocked_countries: z.array(z.string()).optional(),
});

const model = z.looseObject({
  id: z.string().regex(/^[^/\s]+\/\S+$/, 'expected author/name such as "acme/tiny"'),
  name: z.string().optional(),
  created: z.int().min(0).optional(),
  description: z.string().optional(),
  context_length: count,
  max_completion_tokens: count.nullish(),
  architecture: architecture.optional(),
  supported_parameters: z.array(z.string()).optional(),
  expiration_date: z.iso.date().optional(),
  distillable: z.boolean().optional(),
  dimensions: count.optional(),
  endpoints: z.array(endpoint),
});

const provider = z.looseObject({ name: z.string(), slug: z.string() });

const catalog = z.object({
  providers: z.array(provider),
  models: z.array(model),
  aliases: z.record(z.string(), z.string()).optional(),
});

/** A saved response of `GET /models`: the fields of a model that a server needs. */
const modelList = z.object({
  data: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      created: z.int(),
      context_length: z.int().nullable(),
      architecture,
      pricing: z.looseObject({ prompt: z.string(), completion: z.string() }),
      top_provider: z
        .looseObject({ max_completion_tokens: z.int().nullish(), context_length: z.int().nullish() })
        .optional(),
      supported_parameters: z.array(z.string()).optional(),
    }),
  ),
});

/**
 * Parses a catalog from the text of a JSON file: one in this server's format, or a saved response of `GET /models`.
 * Throws an error with the file, the pointer and the expected value.
 */
export function readCatalog(text: string, file: string): CatalogData {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: ${explainJsonError(text)}`, { cause: error });
  }
  const isList = typeof json === "object" && json !== null && "data" in json && !("models" in json);
  const data = isList
    ? fromModelList(check(modelList, json, file).data)
    : (check(catalog, json, file) as unknown as CatalogData);
  try {
    createCatalog(data);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  return data;
}

function check<Schema extends z.ZodType>(schema: Schema, json: unknown, file: string): z.infer<Schema> {
  const { success, data, error } = schema.safeParse(json);
  if (success) return data;
  const issues = error.issues.map(({ path, message }) => {
    const pointer = path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
    return `${pointer || "/"}: ${message.replace(/^Invalid input: /, "")}`;
  });
  const shown = issues.slice(0, 10).join("\n  ");
  const more = issues.length > 10 ? `\n  and ${issues.length - 10} more` : "";
  throw new Error(`${file} is not a valid catalog:\n  ${shown}${more}`);
}

/** Gives each model of a list one endpoint, of a provider named after the author. */
function fromModelList(models: z.infer<typeof modelList>["data"]): CatalogData {
  const slugs = [...new Set(models.map(({ id }) => id.split("/")[0]!.replace(/^~/, "")))];
  return {
    providers: slugs.map((slug) => ({ name: slug, slug, privacy_policy_url: null })),
    models: models.flatMap(({ id, pricing: given, context_length: context, top_provider: top, ...rest }) => {
      // A router has no price and no endpoint.
      if (Number(given.prompt) < 0 || !id.includes("/") || id.startsWith("~")) return [];
      const { name, created, architecture: shape, supported_parameters: supported, ...others } = rest;
      // The API may have prices that this server does not know.
      const known = Object.fromEntries(Object.entries(given).filter(([field]) => pricingFields.has(field)));
      const endpoints = [{ provider: id.split("/")[0]!, pricing: known }];
      return {
        ...others,
        id,
        name,
        created,
        context_length: context ?? top?.context_length ?? 8192,
        max_completion_tokens: top?.max_completion_tokens ?? null,
        architecture: { ...shape, modality: shape.modality ?? "text->text" },
        ...(supported && { supported_parameters: supported }),
        expiration_date: (others.expiration_date ?? undefined) as string | undefined,
        hugging_face_id: (others.hugging_face_id || undefined) as string | undefined,
        endpoints,
      };
    }) as unknown as CatalogData["models"],
  };
}
