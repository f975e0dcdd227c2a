// The application under test. It uses a base URL and `fetch`, and has no knowledge of a mock.

/** The results of the application, the same through every entry point. */
export interface AppResults {
  readonly called: string;
  readonly weather: string;
  readonly tries: readonly number[];
  readonly answer: string;
  readonly servedBy: string;
  readonly streamed: string;
  readonly sawEnd: boolean;
}

interface Message {
  readonly role: string;
  readonly content: string | null;
  readonly tool_calls?: readonly {
    readonly id: string;
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
  readonly tool_call_id?: string;
}

interface Body {
  readonly provider: string;
  readonly choices: readonly { readonly message: Message; readonly delta: { readonly content?: string } }[];
}

/** Calls a weather tool, retries a rate limit, falls back from a provider that is down, and reads a stream. */
export async function runApp(baseURL: string, fetch: typeof globalThis.fetch = globalThis.fetch): Promise<AppResults> {
  const post = (messages: readonly Message[], more: object = {}): Promise<Response> =>
    fetch(`${baseURL}/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-app", "content-type": "application/json" },
      body: JSON.stringify({ model: "openai/gpt-4o-mini", messages, ...more }),
    });
  const ask = async (messages: readonly Message[]): Promise<Body> => (await (await post(messages)).json()) as Body;

  const question = { role: "user", content: "How is the weather?" };
  const first = (await ask([question])).choices[0]!.message;
  const [call] = first.tool_calls!;
  const result = { role: "tool", tool_call_id: call!.id, content: "sunny" };
  const second = await ask([question, first, result]);

  const tries: number[] = [];
  let response: Response;
  do tries.push((response = await post([{ role: "user", content: "hurry up" }])).status);
  while (response.status === 429 && tries.length < 5);
  const answer = (await response.json()) as Body;

  const stream = await post([{ role: "user", content: "stream it" }], { stream: true });
  const events = (await stream.text()).split("\n\n").filter((event) => event.startsWith("data: "));
  const payloads = events
    .filter((event) => !event.includes("[DONE]"))
    .map((event) => JSON.parse(event.slice(6)) as Body);
  return {
    called: `${call!.function.name}(${call!.function.arguments})`,
    weather: second.choices[0]!.message.content ?? "",
    tries,
    answer: answer.choices[0]!.message.content ?? "",
    servedBy: answer.provider,
    streamed: payloads.map(({ choices }) => choices[0]?.delta.content ?? "").join(""),
    sawEnd: events.some((event) => event.includes("[DONE]")),
  };
}
