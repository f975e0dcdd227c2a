import type { AttemptSummary, RequestEvent } from "../../../packages/gateway/src/ports/events.ts";
import type { CatalogEndpoint, CatalogModel } from "../../../packages/gateway/src/admin/admin-data.ts";

const day = 86_400_000;

/** Numbers from 0 to 1, the same for each seed (a linear congruential generator modulo 2^32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Traffic {
  readonly models: readonly CatalogModel[];
  readonly keyHashes: readonly string[];
  /** Unix milliseconds of the newest request. */
  readonly now: number;
  readonly count: number;
  readonly seed?: number;
}

const shares = [0.2, 0.34, 0.2, 0.17, 0.04, 0.05, 0];
const failures: readonly (readonly [status: number, message: string])[] = [
  [429, "The provider's limit of tokens per minute is reached (TPM). It allows the next request in 12 s."],
  [503, "The provider is overloaded: no capacity for this model."],
  [502, "The connection was reset before the first token."],
  [504, "No first token within 8,000 ms."],
];

/** Requests of 60 days: more by day than by night, a trend upwards, fallbacks and failures. The oldest first. */
export function sampleRequests({ models, keyHashes, now, count, seed = 7 }: Traffic): RequestEvent[] {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[], weights: readonly number[]): Item => {
    let rest = random();
    return items[weights.findIndex((weight) => (rest -= weight) < 0)] ?? items[0]!;
  };
  const keyWeights = [0.42, 0.24, 0.18, 0.1, 0.05, 0.01];
  const times: number[] = [];
  while (times.length < count) {
    const age = random() ** 1.12 * 60 * day;
    const at = Math.floor(now - age);
    const hour = (at / 3_600_000) % 24;
    const week = new Date(at).getUTCDay() % 6 === 0 ? 0.45 : 1;
    if (random() < week * (0.35 + 0.65 * Math.max(0, Math.sin(((hour - 5) / 24) * 2 * Math.PI)))) times.push(at);
  }
  // The last quarter of an hour, so that the newest requests are recent.
  for (let index = 0; index < Math.min(60, count / 20); index++)
    times[index] = now - Math.floor(random() ** 2 * 900_000);
  return times
    .toSorted((a, b) => a - b)
    .map((at, index) =>
      sampleRequest({ at, index, random, model: pick(models, shares), keyHash: pick(keyHashes, keyWeights) }),
    );
}

interface Draw {
  readonly at: number;
  readonly index: number;
  readonly random: () => number;
  readonly model: CatalogModel;
  readonly keyHash: string;
}

function sampleRequest({ at, index, random, model, keyHash }: Draw): RequestEvent {
  const attempts: AttemptSummary[] = [];
  const list = [...model.endpoints];
  let endpoint = list[Math.floor(random() ** 2 * list.length)]!;
  let waited = 3 + Math.floor(random() * 3);
  let failed = false;
  while (random() < (attempts.length === 0 ? 0.07 : 0.25)) {
    const [status, message] = failures[Math.floor(random() * failures.length)]!;
    const latencyMs = status === 504 ? 8000 : Math.floor(40 + random() * 900);
    attempts.push({ provider: endpoint.provider, endpoint: endpoint.id, status, startMs: waited, latencyMs, message });
    waited += latencyMs + 2;
    list.splice(list.indexOf(endpoint), 1);
    failed = list.length === 0;
    if (failed) break;
    endpoint = list[0]!;
  }
  const firstTokenMs = Math.floor(120 + random() ** 3 * 1400);
  const completionTokens = Math.floor(20 + random() ** 2 * 1600);
  const latencyMs = firstTokenMs + Math.floor(completionTokens * (6 + random() * 9));
  if (!failed)
    attempts.push({ provider: endpoint.provider, endpoint: endpoint.id, status: 200, startMs: waited, latencyMs });
  const promptTokens = Math.floor(80 + random() ** 3 * 14_000);
  const event = { at, index, model: model.id, keyHash, endpoint, attempts, promptTokens, completionTokens };
  return toEvent(
    event,
    failed ? undefined : { firstTokenMs: waited + firstTokenMs, durationMs: waited + latencyMs },
    waited,
    random(),
  );
}

interface Drawn {
  readonly at: number;
  readonly index: number;
  readonly model: string;
  readonly keyHash: string;
  readonly endpoint: CatalogEndpoint;
  readonly attempts: readonly AttemptSummary[];
  readonly promptTokens: number;
  readonly completionTokens: number;
}

function toEvent(
  drawn: Drawn,
  timing: { firstTokenMs: number; durationMs: number } | undefined,
  waited: number,
  chance: number,
): RequestEvent {
  const { at, index, model, keyHash, endpoint, attempts } = drawn;
  const promptTokens = timing ? drawn.promptTokens : 0;
  const completionTokens = timing ? drawn.completionTokens : 0;
  const cachedTokens = chance < 0.4 ? Math.floor(promptTokens * 0.6) : 0;
  const cost = costOf(endpoint, promptTokens, cachedTokens, completionTokens);
  const reports = endpoint.provider === "openrouter" || endpoint.provider === "together";
  const id = `gen-${Math.floor(at / 1000)}-${(index * 7919).toString(36).padStart(6, "0")}`;
  return {
    id,
    account: "default",
    keyHash,
    model,
    provider: timing ? endpoint.provider : (attempts.at(-1)?.provider ?? ""),
    endpoint: endpoint.id,
    createdAt: at,
    status: timing ? 200 : (attempts.at(-1)?.status ?? 503),
    cost,
    listPrice: cost,
    // Together charges more than configured: the dashboard reports the drift.
    reportedCost: reports && timing ? (endpoint.provider === "together" ? (cost * 1034n) / 1000n : cost) : undefined,
    isByok: false,
    promptTokens,
    cachedTokens,
    completionTokens,
    reasoningTokens: model.includes("gpt-5") ? Math.floor(completionTokens * 0.3) : 0,
    durationMs: timing?.durationMs ?? waited,
    firstTokenMs: timing?.firstTokenMs ?? null,
    generation: {
      id,
      model,
      created_at: new Date(at).toISOString(),
      usage: Number(cost) / 1e9,
      total_cost: Number(cost) / 1e9,
      streamed: chance < 0.8,
      cancelled: false,
      finish_reason: timing ? "stop" : null,
      usage_estimated: false,
    } as unknown as RequestEvent["generation"],
    attempts,
  };
}

function costOf({ price }: CatalogEndpoint, prompt: number, cached: number, completion: number): bigint {
  if (typeof price === "string") return 0n;
  const total =
    BigInt(prompt - cached) * (price.prompt ?? 0n) +
    BigInt(cached) * (price.cacheRead ?? price.prompt ?? 0n) +
    BigInt(completion) * (price.completion ?? 0n);
  return (total + 999_999n) / 1_000_000n;
}
