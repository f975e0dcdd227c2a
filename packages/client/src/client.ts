import { operationCalls, type OperationId, type Resources } from "@patchbay/spec";
import { createExchange, type Exchange } from "./http/exchange.ts";
import { createMethod, createStreamMethod, type AnyMethod, type Method } from "./methods/method.ts";
import { toSettings, type ClientOptions } from "./options/options.ts";
import { createParse, type Parse } from "./methods/parse.ts";
import { createEmbeddingsMethod, createEmbedMethod, type EmbedMethod } from "./methods/embeddings.ts";

type Methods<Tree> = {
  readonly [Name in keyof Tree]: Tree[Name] extends { readonly id: OperationId }
    ? Method<Tree[Name]>
    : Methods<Tree[Name]>;
};

/** One method for each operation of the contract, and what stands on top of them. */
export type Client = Methods<Resources> & {
  readonly chat: {
    readonly completions: {
      /**
       * Creates a chat completion whose answer matches a schema, and returns its value as `parsed`, typed by the schema.
       *
       * @throws OutputError when the answer is not JSON or does not match the schema; it keeps the text
       * @example
       * ```ts
       * const output = z.object({ city: z.string() });
       * const { parsed } = await client.chat.completions.parse({ model, messages, output });
       * ```
       */
      readonly parse: Parse;
    };
  };
  readonly embeddings: {
    /**
     * Embeds content and returns the vectors as `Float32Array`, in the order of the inputs.
     *
     * @example
     * ```ts
     * const { vectors } = await client.embeddings.embed({ model, input: ["a", "b"] });
     * ```
     */
    readonly embed: EmbedMethod;
  };
};

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

interface Branch {
  [name: string]: Branch | AnyMethod;
}

function createMethods(exchange: Exchange): Branch {
  const root: Branch = {};
  const put = (id: string, method: unknown): void => {
    const path = id.split(".");
    const name = path.pop()!;
    const branch = path.reduce<Branch>((at, word) => (at[word] ??= {}) as Branch, root);
    branch[name] = method as AnyMethod;
  };
  for (const operation of Object.values(operationCalls)) {
    const { id, stream } = operation;
    put(id, createMethod(exchange, operation));
    if (stream) put(id.replace(/\w+$/, stream.verb), createStreamMethod(exchange, operation));
  }
  put("chat.completions.parse", createParse(exchange));
  put("embeddings.create", createEmbeddingsMethod(exchange));
  put("embeddings.embed", createEmbedMethod(exchange));
  return root;
}
