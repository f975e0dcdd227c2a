import type { EmbeddingRequest, EmbeddingList } from "@patchbay/spec";
import { call } from "./single-request.ts";
import { getOwn } from "@patchbay/engine/data/get-own";
import { countTexts } from "../messages/count-texts.ts";
import { toUsd } from "@patchbay/engine/billing/money";
import { embed, toBase64 } from "@patchbay/engine/data/vectors";
import { newGenerationId } from "../state/generation-id.ts";
import type { HandlersOf } from "../context/handler.ts";
import { HttpError } from "../http/http-error.ts";
import { cacheKeyOf, cacheWishOf } from "../state/response-cache.ts";
import { createPace } from "../context/pace.ts";
import { resolve } from "../routing/resolve-models.ts";
import type { ServerState } from "../state/server-state.ts";
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
    const pace = createPace(context.signal);
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
    );
    const { id, candidate, used, cost, listPrice } = called;
    const { model, endpoint, byok } = candidate;
    const dimensions = input.dimensions ?? model.data.dimensions ?? 1536;
    const data: EmbeddingList["data"] = [];
    for (const [index, { text }] of texts.entries()) {
      const vector = embed(text, dimensions);
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
/** Maximum number of inputs of one request. */
const mostInputs = 2048;

/** One input: a text, or a text made from a list of tokens, with their number. */
interface Text {
  readonly text: string;
  readonly tokens?: number;
}

function toTexts(input: EmbeddingRequest["input"]): Text[] {
  if (typeof input === "string") return [{ text: input }];
  if (input.length === 0) throw new HttpError(400, "/input: the list is empty. Send at least one input.");
  // A flat list of numbers is one input of tokens.
  if (input.every((item) => typeof item === "number")) return [ofTokens(input)];
  if (input.length > mostInputs)
    throw new HttpError(
      400,
      `/input: expected at most ${mostInputs} inputs, got ${input.length}. Send several requests.`,
      {
        metadata: {
          issues: [
            { in: "body", pointer: "/input", message: `expected at most ${mostInputs} inputs, got ${input.length}` },
          ],
        },
      },
    );
  const kinds = new Set(input.map((item) => (Array.isArray(item) ? "list of tokens" : typeof item)));
  if (kinds.size > 1)
    throw new HttpError(
      400,
      `/input: the items have different types (${[...kinds].join(", ")}). Send items of one type.`,
    );
  return input.map((item) => {
    if (typeof item === "string") return { text: item };
    if (typeof item === "number") return ofTokens([item]);
    if (Array.isArray(item)) return ofTokens(item);
    return { text: item.content.map((part) => (part.type === "text" ? part.text : JSON.stringify(part))).join("\n") };
  });
}

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

function ofTokens(tokens: readonly number[]): Text {
  return { text: tokens.map((token) => `token${token}`).join(" "), tokens: tokens.length };
}

/** Tokens are counted up to this number. Embedding models accept a few thousand, so a longer input is rejected anyway. */
const mostCounted = 200_000;

async function countAll(
  texts: readonly Text[],
  tokenizer: Tokenizer,
  signal: AbortSignal | undefined,
): Promise<number> {
  const written = texts.flatMap(({ text, tokens }) => (tokens === undefined ? [text] : []));
  const counts = await countTexts(written, tokenizer, { signal, most: mostCounted });
  const given = texts.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0);
  return counts.reduce((sum, count) => sum + count, given);
}

/** Throws 400 for more dimensions than those of the model. */
function checkDimensions({ model: name, dimensions }: EmbeddingRequest, state: ServerState): void {
  if (dimensions === undefined || dimensions === null) return;
  const [target] = resolve(state, [name], "embeddings").targets;
  const most = target?.model.data.dimensions ?? mostDimensions;
  if (dimensions <= most) return;
  const message = `expected at most ${most}, the dimensions of ${target!.model.id}, got ${dimensions}`;
  throw new HttpError(400, `/dimensions: ${message}.`, {
    metadata: { issues: [{ in: "body", pointer: "/dimensions", message, expected: `at most ${most}` }] },
  });
}
