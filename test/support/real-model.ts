import { afterAll, beforeAll, expect } from "vitest";
import { type RunningGateway, startGateway } from "./gateway.ts";
import { judgeResponse, operationOf } from "./judge-response.ts";
import { type LlamaServer, startLlama } from "./llama.ts";
import { type Exchange, type Relay, startRelay } from "./relay.ts";

/** The models of the gateway. `relayed` is the same model, behind a relay that keeps what llama.cpp reports. */
export const models = {
  tiny: "acme/tiny",
  relayed: "acme/relayed",
  free: "acme/free",
  embedder: "acme/embedder",
} as const;

/** USD per million tokens. */
export const price = { prompt: 0.2, completion: 0.8, cacheRead: 0.05 } as const;

/** Matches an answer of the model: English words. */
export const words: RegExp = /^ ?[a-z ,."]{10,}$/;

/** A gateway in a process of its own, in front of llama.cpp. */
export interface RealModel {
  readonly llama: LlamaServer;
  readonly gateway: RunningGateway;
  /** For clients: the base URL with `/api/v1`. Behind it, every response is validated against the contract. */
  readonly baseURL: string;
  readonly key: string;
  /** What passed through the relay in front of llama.cpp. */
  readonly provider: readonly Exchange[];
  /** Sends JSON with the key. */
  readonly post: (path: string, body: object, headers?: Record<string, string>) => Promise<Response>;
}

/** Starts llama.cpp and a gateway for the tests of a `describe`. After them, every response of the gateway is validated. */
export function useRealModel(): () => RealModel {
  let real: RealModel | undefined;
  let relays: readonly Relay[] = [];
  beforeAll(async () => {
    const llama = await startLlama();
    const provider = await startRelay(new URL(llama.baseURL).origin);
    const gateway = await startGateway({ config: toConfig(llama.baseURL, provider.url), env: { LOCAL_KEY: "local" } });
    const front = await startRelay(gateway.url);
    relays = [front, provider];
    real = toRealModel(llama, gateway, { front, provider });
  });
  afterAll(async () => {
    await real?.gateway.stop();
    await real?.llama.stop();
    await Promise.all(relays.map(({ stop }) => stop()));
    expect(await judgeExchanges(relays[0]?.exchanges ?? [])).toEqual([]);
  });
  return () => real!;
}

function toRealModel(
  llama: LlamaServer,
  gateway: RunningGateway,
  { front, provider }: { readonly front: Relay; readonly provider: Relay },
): RealModel {
  const { key } = gateway;
  const baseURL = `${front.url}/api/v1`;
  return {
    llama,
    gateway,
    baseURL,
    key,
    provider: provider.exchanges,
    post: (path, body, headers = {}) =>
      fetch(baseURL + path, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
  };
}

/** The smallest configuration, three times: for the prices of a paid model, of a free one, and of embeddings. */
function toConfig(baseURL: string, relay: string): object {
  const provider = { kind: "openai-compatible", apiKey: "$LOCAL_KEY" };
  const endpoint = { provider: "local", model: "tiny", context: 16_384, price };
  return {
    providers: {
      local: { ...provider, baseURL },
      relayed: { ...provider, baseURL: `${relay}/v1` },
    },
    models: [
      { id: models.tiny, endpoints: [endpoint] },
      { id: models.relayed, endpoints: [{ ...endpoint, provider: "relayed" }] },
      { id: models.free, endpoints: [{ ...endpoint, price: "free" }] },
      {
        id: models.embedder,
        modalities: { input: ["text"], output: ["embeddings"] },
        endpoints: [{ provider: "relayed", model: "tiny", price: { prompt: 0.1, completion: 0 } }],
      },
    ],
  };
}

/** One line for each violation of the contract. A response that the client did not read to its end is not judged. */
async function judgeExchanges(exchanges: readonly Exchange[]): Promise<string[]> {
  const verdicts = exchanges.map(async ({ method, path, status, contentType, response, complete }) => {
    const id = operationOf(method, path);
    const isJudged = id !== undefined && method !== "HEAD" && method !== "OPTIONS" && complete();
    return isJudged ? judgeResponse(id, { status, contentType, text: response().toString() }) : [];
  });
  return (await Promise.all(verdicts)).flat();
}
