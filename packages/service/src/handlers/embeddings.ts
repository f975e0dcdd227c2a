import type { EmbeddingRequest, EmbeddingList } from "@patchbay/spec";
import { toTexts, type EmbeddingText } from "./embedding-inputs.ts";
import { call } from "./single-request.ts";
import { getOwn } from "@patchbay/engine/data/get-own";
import { countTexts } from "../messages/count-texts.ts";
import { toUsd } from "@patchbay/engine/billing/money";
import { toBase64 } from "@patchbay/engine/data/vectors";
import { newGenerationId } from "../state/generation-id.ts";
import type { HandlersOf } from "../context/handler.ts";
import { HttpError } from "../http/http-error.ts";
import { cacheKeyOf, cacheWishOf } from "../state/response-cache.ts";
import { createPace } from "../context/pace.ts";
import { resolve } from "../routing/resolve-models.ts";
import type { ServiceState } from "../state/service-state.ts";
import { loadTokenizer, type Tokenizer } from "../messages/tokenizer.ts";
import { listModels } from "./models.ts";

export const embeddings: HandlersOf<"embeddings"> = {
  "embeddings.create": async (input, context) => {
    const { state, key, headers, ids } = context;
    const wish = cacheWishOf(headers);
    const cacheKey = wish && cacheKeyOf(key.hash, "embeddings", input);
    const hit = wish && state.responses.find(cacheKey!, wish, state.now());
    if (hit) {
      const id = newGenerationId(ids, state.now());
      const kept = hit.value as EmbeddingList;
      const usage = { prompt_tokens: 0, total_tokens: 0, cost: 0 };
      return { headers: { "x-generation-id": id, ...hit.headers }, body: { ...kept, id, usage } };
    }
    checkDimensions(input, state);
    const texts = toTexts(input.input);
    const called = await call(
      {
        model: input.model,
        output: "embeddings",
        provider: input.provider,
        input: modalitiesOf(input.input),
        parameters: input.dimensions === undefined ? [] : ["dimensions"],
        promptTokens: await countAll(texts, await loadTokenizer(), context.signal),
        requests: 1,
      },
      context,
      (single) => state.single.embed(input, single),
    );
    const { id, candidate, used, cost, listPrice, result } = called;
    const { model, endpoint, byok } = candidate;
    const pace = createPace(context.signal);
    const data: EmbeddingList["data"] = [];
    for (const [index, vector] of result.vectors.entries()) {
      const embedding = input.encoding_format === "base64" ? toBase64(vector) : Array.from(vector);
      data.push({ object: "embedding", index, embedding });
      if (pace.isDue()) await pace.pause();
    }
    const body: EmbeddingList = {
      object: "list",
      id,
      model: model.id,
      provider: endpoint.provider.name,
      data,
      usage: {
        prompt_tokens: used.promptTokens,
        total_tokens: used.promptTokens,
        cost: toUsd(cost),
        ...(byok && {
          is_byok: true,
          cost_details: {
            upstream_inference_cost: toUsd(listPrice),
            upstream_inference_prompt_cost: toUsd(listPrice),
            upstream_inference_completions_cost: 0,
          },
        }),
      },
    };
    const kept = wish
      ? state.responses.keep(cacheKey!, { value: body, sourceId: id, bytes: bytesOf(body) }, wish, state.now())
      : {};
    return { headers: { "x-generation-id": id, ...kept }, body };
  },

  "embeddings.listModels": (input, context) => ({
    body: listModels({ ...input, output_modalities: "embeddings" }, context),
  }),
};

/** Approximate memory of a response in bytes: 8 for each number, 2 for each character. */
function bytesOf({ data }: EmbeddingList): number {
  return data.reduce((sum, { embedding }) => sum + 200 + 8 * embedding.length, 1000);
}

/** Maximum dimensions of a model that does not state its own. */
const mostDimensions = 1536;
function modalitiesOf(input: EmbeddingRequest["input"]): string[] {
  if (typeof input === "string") return [];
  const parts = input.flatMap((item) => (typeof item === "object" && !Array.isArray(item) ? item.content : []));
  return [...new Set(parts.map(({ type }) => getOwn(kindOf, type)).filter((kind) => kind !== undefined))];
}

const kindOf: Readonly<Record<string, string>> = {
  image_url: "image",
  input_audio: "audio",
  input_video: "video",
  video_url: "video",
  input_file: "file",
  file: "file",
};

/** Tokens are counted up to this number. Embedding models accept a few thousand, so a longer input is rejected anyway. */
const mostCounted = 200_000;

async function countAll(
  texts: readonly EmbeddingText[],
  tokenizer: Tokenizer,
  signal: AbortSignal | undefined,
): Promise<number> {
  const written = texts.flatMap(({ text, tokens }) => (tokens === undefined ? [text] : []));
  const counts = await countTexts(written, tokenizer, { signal, most: mostCounted });
  const given = texts.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0);
  return counts.reduce((sum, count) => sum + count, given);
}

/** Throws 400 for more dimensions than those of the model. */
function checkDimensions({ model: name, dimensions }: EmbeddingRequest, state: ServiceState): void {
  if (dimensions === undefined || dimensions === null) return;
  const [target] = resolve(state, [name], "embeddings").targets;
  const most = target?.model.data.dimensions ?? mostDimensions;
  if (dimensions <= most) return;
  const message = `expected at most ${most}, the dimensions of ${target!.model.id}, got ${dimensions}`;
  throw new HttpError(400, `/dimensions: ${message}.`, {
    metadata: { issues: [{ in: "body", pointer: "/dimensions", message, expected: `at most ${most}` }] },
  });
}
