/** What a provider says in an answer, independent of its wire format. */
export interface ProviderReply {
  /** The text, as the pieces of a stream. */
  readonly pieces: readonly string[];
  readonly reasoning: string | undefined;
  readonly toolCall: { readonly name: string; readonly arguments: Readonly<Record<string, unknown>> } | undefined;
  readonly finish: "stop" | "length" | "tool" | "filter";
  /** `undefined`: the provider reports no usage. */
  readonly usage: ProviderUsage | undefined;
  readonly model: string;
  /** Unique among the answers of a server. */
  readonly id: string;
  /** An error after the pieces, under status 200. */
  readonly error: string | undefined;
}

/** Tokens. `prompt` includes `cached`, `completion` includes `reasoning`; formats that count otherwise convert. */
export interface ProviderUsage {
  readonly prompt: number;
  readonly completion: number;
  readonly cached?: number;
  readonly reasoning?: number;
}

/** One event of a stream. `isContent` events wait for the delay between tokens. */
export interface ProviderEvent {
  readonly text: string;
  readonly isContent: boolean;
}

/** How a kind of provider writes its answers. */
export interface ProviderFormat {
  /** Paths of chats. */
  readonly path: RegExp;
  readonly isStream: (path: string, body: Readonly<Record<string, unknown>>) => boolean;
  readonly contentType: (path: string) => string;
  readonly events: (reply: ProviderReply, path: string) => readonly ProviderEvent[];
  readonly json: (reply: ProviderReply) => unknown;
  /** The body of an error response. */
  readonly error: (status: number, message: string) => unknown;
  /** Answers of other operations: embeddings, reranking, lists of models. */
  readonly others: readonly Other[];
}

/** An operation that is not a chat. */
interface Other {
  readonly path: RegExp;
  readonly json: (body: Readonly<Record<string, unknown>>) => unknown;
}

const event = (isContent: boolean, data: unknown, name?: string): ProviderEvent => ({
  text: `${name === undefined ? "" : `event: ${name}\n`}data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`,
  isContent,
});

/** A server-sent event with content. */
export const content = (data: unknown, name?: string): ProviderEvent => event(true, data, name);

/** A server-sent event around the content. */
export const frame = (data: unknown, name?: string): ProviderEvent => event(false, data, name);

/** The data and the name of an event that is named by its type. */
export const named = <T extends { readonly type: string }>(data: T): [T, string] => [data, data.type];

/** The whole text of an answer. */
export const textOf = ({ pieces }: ProviderReply): string => pieces.join("");

/** A vector of length 4 that depends on the text only. */
export const vectorOf = (text: unknown): number[] =>
  [1, 3, 5, 7].map((factor) => ((JSON.stringify(text).length * factor) % 11) / 10 - 0.5);

/** The inputs of an embeddings request: one or several. */
export const listOf = (input: unknown): unknown[] => (Array.isArray(input) ? input : [input]);
