import { operationCalls, type OperationId, type Resources } from "@patchbay/spec";
import { HttpExchange, type Exchange } from "./http/exchange.ts";
import { createPagedMethod, createPlainMethod, type Method } from "./methods/method.ts";
import { createStreamableMethod, createStreamMethod } from "./methods/stream-method.ts";
import { streamTypes } from "./methods/stream-types.ts";
import { toSettings, type ClientOptions } from "./options/options.ts";
import { createParse } from "./methods/parse.ts";
import { createParseResponse } from "./methods/parse-response.ts";
import { createEmbeddingsMethod, createEmbedMethod } from "./methods/embeddings.ts";

/**
 * Methods in addition to, or in place of, those of the operations. `Client` takes their types and documentation from here.
 */
const extras = {
  chat: {
    completions: {
      /**
       * Creates a chat completion whose output matches a schema, and returns the output as `parsed`, typed by the schema.
       *
       * @throws OutputError when the output is not valid JSON or does not match the schema; it has the text
       * @example
       * ```ts
       * const output = z.object({ city: z.string() });
       * const { parsed } = await client.chat.completions.parse({ model, messages, output });
       * ```
       */
      parse: createParse,
    },
  },
  responses: {
    /**
     * Creates a response whose output matches a schema, and returns the output as `parsed`, typed by the schema.
     *
     * @throws OutputError when the output is not valid JSON or does not match the schema; it has the text
     * @example
     * ```ts
     * const output = z.object({ city: z.string() });
     * const { parsed } = await client.responses.parse({ model, input: "Where is the Eiffel Tower?", output });
     * ```
     */
    parse: createParseResponse,
  },
  embeddings: {
    /** Creates embeddings. The client requests base64 and decodes it, unless `encoding_format` is set. */
    create: createEmbeddingsMethod,
    /**
     * Creates embeddings as `Float32Array`, in the order of the inputs.
     *
     * @example
     * ```ts
     * const { vectors } = await client.embeddings.embed({ model, input: ["a", "b"] });
     * ```
     */
    embed: createEmbedMethod,
  },
};

type Extras = typeof extras;
type ExtraMethod<Create> = Create extends (exchange: Exchange) => infer Made ? Made : never;

/** The methods of a tree of operations, with the extras of the same tree. */
type Methods<Tree, Extra> = {
  readonly [Name in keyof Tree]: Tree[Name] extends { readonly id: OperationId }
    ? Name extends keyof Extra
      ? ExtraMethod<Extra[Name]>
      : Method<Tree[Name]>
    : Methods<Tree[Name], Name extends keyof Extra ? Extra[Name] : unknown>;
} & {
  readonly [Name in keyof Extra as Name extends keyof Tree ? never : Name]: ExtraMethod<Extra[Name]>;
};

/** One method for each operation of the contract, and the extras. */
export type Client = Methods<Resources, Extras>;

/** The constructor creates the methods from the table of operations. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the constructor creates every method
export interface Patchbay extends Client {}

/**
 * A client of the OpenRouter API, or of a compatible API. Each operation of the contract is a method: `models.list` is
 * `client.models.list()`.
 *
 * @throws PatchbayError when the API key is missing or an option is not valid
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
// oxlint-disable-next-line typescript/no-extraneous-class -- its methods come from the table of operations
export class Patchbay {
  constructor(options: ClientOptions = {}) {
    Object.assign(this, createMethods(new HttpExchange(toSettings(options))));
  }
}

/** A resource: its methods and resources by name. */
interface Branch {
  [name: string]: unknown;
}

function createMethods(exchange: Exchange): Branch {
  const root: Branch = {};
  for (const operation of Object.values(operationCalls)) {
    const { id, stream, pagination } = operation;
    const path = id.split(".");
    const verb = path.pop()!;
    const resource = path.reduce<Branch>((branch, name) => (branch[name] ??= {}) as Branch, root);
    if (stream) {
      const type = streamTypes[stream.accumulator ?? "chat"];
      resource[verb] = createStreamableMethod(exchange, operation, type);
      resource[stream.verb] = createStreamMethod(exchange, operation, type);
    } else resource[verb] = (pagination ? createPagedMethod : createPlainMethod)(exchange, operation);
  }
  addExtras(root, extras, exchange);
  return root;
}

function addExtras(branch: Branch, tree: Readonly<Record<string, unknown>>, exchange: Exchange): void {
  for (const [name, extra] of Object.entries(tree))
    if (typeof extra === "function") branch[name] = (extra as (exchange: Exchange) => unknown)(exchange);
    else addExtras(branch[name] as Branch, extra as Readonly<Record<string, unknown>>, exchange);
}
