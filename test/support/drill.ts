import { createMockServer, type CatalogData, type ProviderStates } from "@patchbay/mock-server";

/** The providers, their outages, and the number of requests. */
export interface Drill {
  readonly catalog: CatalogData;
  readonly states: ProviderStates;
  readonly requests: number;
  /** Milliseconds between two requests. */
  readonly every: number;
  readonly seed?: number;
}

/** The result of a drill. */
export interface DrillResult {
  /** Display name of the provider → number of responses. */
  readonly answers: Readonly<Record<string, number>>;
  /** The same for the requested intervals. */
  readonly spans: readonly Readonly<Record<string, number>>[];
  readonly succeeded: number;
  /** Failed attempts of each provider before another endpoint answered. */
  readonly failedAttempts: Readonly<Record<string, number>>;
  /** USD, and the same from the credits. */
  readonly cost: number;
  readonly used: number;
}

/** Sends requests at simulated times through the public API, without waiting in real time. */
export async function runDrill(
  { catalog, states, requests, every, seed = 1 }: Drill,
  spans: readonly (readonly [from: number, to: number])[] = [],
): Promise<DrillResult> {
  let now = 0;
  const server = createMockServer({ catalog, providers: states, seed, script: () => "ok", now: () => now });
  const headers = { authorization: "Bearer sk-or-v1-test", "x-openrouter-metadata": "enabled" };
  const answers: Record<string, number> = {};
  const failedAttempts: Record<string, number> = {};
  const bySpan = spans.map((): Record<string, number> => ({}));
  const add = (counts: Record<string, number>, name: string): number => (counts[name] = (counts[name] ?? 0) + 1);
  let [succeeded, nanos] = [0, 0];
  for (let turn = 0; turn < requests; turn++) {
    now = turn * every;
    const response = await server.fetch("http://drill/api/v1/chat/completions", {
      method: "POST",
      headers,
      body: JSON.stringify({
        model: catalog.models[0]!.id,
        messages: [{ role: "user", content: "Hi" }],
        user: String(turn),
      }),
    });
    const body = (await response.json()) as {
      provider: string;
      usage: { cost: number };
      openrouter_metadata: { attempts: { provider: string; status: number }[] };
    };
    for (const { provider, status } of body.openrouter_metadata.attempts)
      if (status !== 200) add(failedAttempts, provider);
    if (response.status !== 200) continue;
    succeeded++;
    nanos += Math.round(body.usage.cost * 1e9);
    add(answers, body.provider);
    for (const [index, [from, to]] of spans.entries()) if (now >= from && now < to) add(bySpan[index]!, body.provider);
  }
  const response = await server.fetch("http://drill/api/v1/credits", {
    headers: { authorization: "Bearer sk-or-mgmt-test" },
  });
  const { data } = (await response.json()) as { data: { total_usage: number } };
  return { answers, spans: bySpan, succeeded, failedAttempts, cost: nanos / 1e9, used: data.total_usage };
}
