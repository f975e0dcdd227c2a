// Five providers with different prices, capacities and speeds, and an outage of four of them, one after the other. It is the scenario of a
// simulation of ten minutes in which price-weighted routing with a circuit breaker reaches 99.99 % at 1.7 times the cost of an oracle; time
// and capacities are 20 to 30 times smaller here.
import { type ProviderBehavior, type ProviderServer, startProvider } from "../provider-server.ts";
import { createRandom, lognormal } from "./random.ts";

/** A provider. Times are milliseconds. */
interface FleetMember {
  readonly slug: string;
  /** USD per million tokens of the prompt. A token of the completion costs four times as much. */
  readonly price: number;
  readonly capacity: number;
  readonly firstToken: number;
  readonly perToken: number;
  /** Share of requests that fail without an outage. */
  readonly errors: number;
}

export const members: readonly FleetMember[] = [
  { slug: "a", price: 1, capacity: 18, firstToken: 20, perToken: 1.6, errors: 0.005 },
  { slug: "b", price: 1.2, capacity: 16, firstToken: 15, perToken: 1.2, errors: 0.003 },
  { slug: "c", price: 2, capacity: 34, firstToken: 12, perToken: 1, errors: 0.002 },
  { slug: "d", price: 3, capacity: 140, firstToken: 10, perToken: 0.8, errors: 0.001 },
  { slug: "e", price: 0.8, capacity: 6, firstToken: 45, perToken: 3.2, errors: 0.03 },
];

interface Outage {
  readonly slug: string;
  readonly kind: "down" | "hang" | "slow" | "flaky";
  /** Share of the drill's duration. */
  readonly from: number;
  readonly to: number;
}

const outages: readonly Outage[] = [
  { slug: "a", kind: "down", from: 0.17, to: 0.33 },
  { slug: "c", kind: "hang", from: 0.42, to: 0.5 },
  { slug: "b", kind: "slow", from: 0.58, to: 0.69 },
  { slug: "d", kind: "flaky", from: 0.78, to: 0.86 },
];

/** The model as all providers call it. */
export const model = "drill/model";

/** The running providers. */
export interface Fleet {
  /** The gateway's configuration for them. */
  readonly config: object;
  /** Begins the time of the outages. */
  readonly begin: () => void;
  readonly isOutage: () => boolean;
  /** USD per million tokens at the cheapest provider that works and has room now; the oracle's choice. */
  readonly cheapest: () => number;
  readonly requestsOf: (slug: string) => number;
  readonly stop: () => Promise<void>;
}

/** Starts the providers. `duration` is that of the drill in milliseconds. */
export async function startFleet(duration: number, seed: number): Promise<Fleet> {
  const random = createRandom(seed);
  let startedAt = Infinity;
  const outageOf = (slug: string): Outage["kind"] | undefined => {
    const at = (performance.now() - startedAt) / duration;
    return outages.find((outage) => outage.slug === slug && at >= outage.from && at < outage.to)?.kind;
  };
  const servers = new Map<FleetMember, ProviderServer>();
  for (const member of members)
    servers.set(
      member,
      await startProvider({
        capacity: member.capacity,
        refusal: { status: 429, message: "Too many requests.", headers: { "retry-after-ms": "150" } },
        behave: ({ text }) => behaviorOf(member, outageOf(member.slug), tokensOf(text), random),
      }),
    );
  const hasRoom = (member: FleetMember): boolean => servers.get(member)!.open() < member.capacity;
  return {
    config: configOf(servers),
    begin: () => {
      startedAt = performance.now();
    },
    isOutage: () => members.some(({ slug }) => outageOf(slug) !== undefined),
    cheapest: () => {
      const working = members.filter((member) => outageOf(member.slug) === undefined && hasRoom(member));
      return Math.min(...(working.length > 0 ? working : members).map(({ price }) => price));
    },
    requestsOf: (slug) => servers.get(members.find((member) => member.slug === slug)!)!.requests.length,
    stop: async () => {
      await Promise.all([...servers.values()].map((server) => server.stop()));
    },
  };
}

/** Tokens of the prompt and the completion, which the load writes into the prompt. */
function tokensOf(text: string): { prompt: number; completion: number } {
  const [, prompt, completion] = /(\d+) tokens in, (\d+) tokens out/.exec(text) ?? [];
  return { prompt: Number(prompt), completion: Number(completion) };
}

function behaviorOf(
  member: FleetMember,
  outage: Outage["kind"] | undefined,
  usage: { prompt: number; completion: number },
  random: () => number,
): ProviderBehavior {
  if (outage === "down") return { status: 503, message: "The provider is down.", delayToHeaders: 2 };
  if (outage === "hang") return { hang: "before-headers" };
  if (random() < (outage === "flaky" ? 0.4 : member.errors))
    return { status: 500, message: "The provider failed.", delayToHeaders: 10 };
  const slowdown = outage === "slow" ? 10 : 1;
  return {
    text: "one two three four",
    usage,
    delayToFirstToken: lognormal(random, member.firstToken, 0.5) * slowdown,
    delayBetweenTokens: (member.perToken * usage.completion * slowdown) / 3,
  };
}

function configOf(servers: ReadonlyMap<FleetMember, ProviderServer>): object {
  const entries = [...servers];
  return {
    providers: Object.fromEntries(
      entries.map(([{ slug }, { url }]) => [
        slug,
        { kind: "openai-compatible", baseURL: `${url}/v1`, apiKey: "$DRILL_KEY" },
      ]),
    ),
    models: [
      {
        id: model,
        context: 100_000,
        endpoints: entries.map(([{ slug, price }]) => ({
          provider: slug,
          model: "model",
          price: { prompt: price, completion: 4 * price },
        })),
      },
    ],
    routing: { firstTokenTimeout: 500, breaker: { failures: 5, open: 250, maxOpen: 3000 } },
  };
}
