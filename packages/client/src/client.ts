import {
  operations,
  type EventOf,
  type InputOf,
  type Operation,
  type OperationId,
  type OperationInfo,
  type OutputOf,
  type Resources,
  type StreamOperation,
} from "@patchbay/spec";
import { createExchange, type Call, type Exchange } from "./exchange.ts";
import { toSettings, type ClientOptions, type RequestOptions } from "./options.ts";
import { EventStream } from "./stream.ts";

/** `input` may be left out when nothing in it is required. */
type Answer<Id extends OperationId> =
  Record<never, never> extends InputOf<Id>
    ? (input?: InputOf<Id>, options?: RequestOptions) => Promise<OutputOf<Id>>
    : (input: InputOf<Id>, options?: RequestOptions) => Promise<OutputOf<Id>>;

/** As OpenAI's SDK has it: `stream: true` gives the events. */
interface AnswerOrStream<Id extends OperationId> {
  (input: InputOf<Id> & { stream?: false | null }, options?: RequestOptions): Promise<OutputOf<Id>>;
  (input: InputOf<Id> & { stream: true }, options?: RequestOptions): Promise<EventStream<EventOf<Id>>>;
  (input: InputOf<Id>, options?: RequestOptions): Promise<OutputOf<Id> | EventStream<EventOf<Id>>>;
}

type Method<Op> =
  Op extends StreamOperation<infer Id>
    ? (input: InputOf<Id>, options?: RequestOptions) => EventStream<EventOf<Id>>
    : Op extends Operation<infer Id>
      ? [EventOf<Id>] extends [never]
        ? Answer<Id>
        : AnswerOrStream<Id>
      : never;

type Methods<Tree> = {
  readonly [Name in keyof Tree]: Tree[Name] extends { readonly id: OperationId }
    ? Method<Tree[Name]>
    : Methods<Tree[Name]>;
};

/** One method for each operation of the contract. */
export type Client = Methods<Resources>;

/** Its methods are made from the table of operations. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the constructor makes every method of the table
export interface Patchbay extends Client {}

/**
 * A client of the unified AI API.
 *
 * @throws PatchbayError when there is no API key or an option makes no sense
 * @example
 * ```ts
 * const client = new Patchbay({ apiKey: "sk-or-v1-…" });
 * const reply = await client.chat.completions.create({
 *   model: "openai/gpt-5-mini",
 *   messages: [{ role: "user", content: "Hello!" }],
 * });
 * console.log(reply.choices[0]?.message.content, reply.usage?.cost);
 * ```
 */
// oxlint-disable-next-line typescript/no-extraneous-class -- its methods come from the table
export class Patchbay {
  constructor(options: ClientOptions = {}) {
    Object.assign(this, createMethods(createExchange(toSettings(options))));
  }
}

type AnyMethod = (input?: Readonly<Record<string, unknown>>, options?: RequestOptions) => unknown;
interface Branch {
  [name: string]: Branch | AnyMethod;
}

function createMethods(exchange: Exchange): Branch {
  const root: Branch = {};
  for (const operation of Object.values<OperationInfo>(operations)) {
    const path = operation.id.split(".");
    const name = path.pop()!;
    const branch = path.reduce<Branch>((at, word) => (at[word] ??= {}) as Branch, root);
    branch[name] = (input = {}, options = {}) => answer(exchange, { operation, input, options });
    const { stream } = operation;
    if (stream)
      branch[stream.verb] = (input = {}, options = {}) =>
        streamed(exchange, { operation, input, options }, stream.done);
  }
  return root;
}

async function answer(exchange: Exchange, call: Call): Promise<unknown> {
  const { stream } = call.operation;
  if (!stream || call.input.stream !== true) return exchange.json(call);
  const response = await exchange.open(call);
  return new EventStream({ open: () => Promise.resolve(response), done: stream.done, signal: call.options.signal });
}

function streamed(exchange: Exchange, call: Call, done: string): EventStream<unknown> {
  const input = { ...call.input, stream: true };
  return new EventStream({ open: () => exchange.open({ ...call, input }), done, signal: call.options.signal });
}
