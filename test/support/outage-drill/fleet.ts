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
  /** Share of the drill's requests that were sent: a busy machine must not change how many meet an outage. */
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

/** What an outage did to the traffic. Times are milliseconds. */
export interface OutageOutcome {
  readonly kind: Outage["kind"];
  /** Share of the attempts during the outage that went to the provider. */
  readonly share: number;
  /** From the beginning of the outage until the provider gets less than 1 % of the attempts for the rest of it. */
  readonly toLeave: number;
  /** From the end of the outage to the provider's next complete answer; infinite if there was none. */
  readonly toReturn: number;
}

/** An attempt at a provider with room. */
interface Attempt {
  readonly slug: string;
  readonly at: number;
  readonly progress: number;
  readonly isAnswered: boolean;
}

/** The running providers. */
export interface Fleet {
  /** The gateway's configuration for them. */
  readonly config: object;
  /** Begins the outages. `progress` is the share of the requests that were sent, 0 to 1. */
  readonly begin: (progress: () => number) => void;
  readonly isOutage: () => boolean;
  /** USD per million tokens at the cheapest provider that works and has room now; the oracle's choice. */
  readonly cheapest: () => number;
  readonly requestsOf: (slug: string) => number;
  /** What each outage did to the traffic, when all requests have ended. */
  readonly outcomes: () => readonly OutageOutcome[];
  readonly stop: () => Promise<void>;
}

/** Starts the providers. */
export async function startFleet(seed: number): Promise<Fleet> {
  const random = createRandom(seed);
  const attempts: Attempt[] = [];
  let progress = (): number => -1;
  const outageOf = (slug: string): Outage["kind"] | undefined => {
    const at = progress();
    return outages.find((outage) => outage.slug === slug && at >= outage.from && at < outage.to)?.kind;
  };
  const servers = new Map<FleetMember, ProviderServer>();
  for (const member of members)
    servers.set(
      member,
      await startProvider({
        capacity: member.capacity,
        refusal: { status: 429, message: "Too many requests.", headers: { "retry-after-ms": "150" } },
        behave: ({ text }) => {
          const behavior = behaviorOf(member, outageOf(member.slug), tokensOf(text), random);
          const isAnswered = behavior.text !== undefined;
          attempts.push({ slug: member.slug, at: performance.now(), progress: progress(), isAnswered });
          return behavior;
        },
      }),
    );
  const hasRoom = (member: FleetMember): boolean => servers.get(member)!.open() < member.capacity;
  return {
    config: configOf(servers),
    begin: (share) => {
      progress = share;
    },
    isOutage: () => members.some(({ slug }) => outageOf(slug) !== undefined),
    cheapest: () => {
      const working = members.filter((member) => outageOf(member.slug) === undefined && hasRoom(member));
      return Math.min(...(working.length > 0 ? working : members).map(({ price }) => price));
    },
    requestsOf: (slug) => servers.get(members.find((member) => member.slug === slug)!)!.requests.length,
    outcomes: () => outages.map((outage) => outcomeOf(outage, attempts)),
    stop: async () => {
      await Promise.all([...servers.values()].map((server) => server.stop()));
    },
  };
}

function outcomeOf({ slug, kind, from, to }: Outage, attempts: readonly Attempt[]): OutageOutcome {
  const during = attempts.filter(({ progress }) => progress >= from && progress < to);
  const after = attempts.filter(({ progress }) => progress >= to);
  // From the last attempt backward: the first time from which on the provider has at least 1 % of the attempts.
  let [count, toLeave] = [0, 0];
  for (const [index, attempt] of during.toReversed().entries()) {
    if (attempt.slug !== slug) continue;
    count++;
    if (count < 2 || count / (index + 1) < 0.01) continue;
    toLeave = Math.round(attempt.at - during[0]!.at);
    break;
  }
  const back = after.find((attempt) => attempt.slug === slug && attempt.isAnswered);
  const toReturn = back ? Math.round(back.at - after[0]!.at) : Infinity;
  const share = during.filter((attempt) => attempt.slug === slug).length / during.length;
  return { kind, share: Number(share.toFixed(3)), toLeave, toReturn };
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
    routing: { firstTokenTimeout: 1000, breaker: { failures: 5, open: 250, maxOpen: 3000 } },
  };
}
