import type { BoundedMap } from "@patchbay/engine/data/bounded-map";
import type { PromptCaches } from "@patchbay/engine/billing/prompt-cache";
import type { EndpointHealth } from "@patchbay/engine/health/health";
import type { Catalog, CatalogEndpoint } from "@patchbay/engine/routing/catalog";
import type { ByokKey } from "@patchbay/engine/routing/routing";
import type { Billing } from "../ports/billing.ts";
import type { RequestKey } from "../ports/request-key.ts";
import type { Dispatcher } from "../ports/dispatcher.ts";
import type { Pins } from "../ports/pins.ts";
import type { SingleUpstream } from "../ports/single-upstream.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { SimulatedUpstream } from "../upstreams/upstream.ts";
import type { WebPages } from "../web/page.ts";
import type { ResponseCache } from "./response-cache.ts";

/** What the service needs from the server that it is part of: settings, stores, and where output comes from. */
export interface ServiceState {
  readonly settings: ServiceSettings;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly catalog: Catalog;
  /** Counts prompts and outputs for reservations and for usage that is not reported. Default: the o200k tokenizer. */
  readonly tokenizer?: Tokenizer;
  /** Produces the output of chat models. */
  readonly upstream: SimulatedUpstream;
  /** Produces embeddings and the order of documents. */
  readonly single: SingleUpstream;
  /** The pages that plugins and server tools search and fetch; undefined if the server has no web search. */
  readonly web: WebPages | undefined;
  readonly billing: Billing;
  /** Tries the endpoints of a route. */
  readonly dispatcher: Dispatcher;
  readonly health: Map<CatalogEndpoint, EndpointHealth>;
  readonly pins: Pins;
  readonly promptCaches: PromptCaches;
  readonly responses: ResponseCache;
  /** Conversation → the model that a router chose for it. */
  readonly routed: BoundedMap<string, string>;
  /** The provider keys of a customer. */
  readonly byokKeysOf: (key: RequestKey) => readonly ByokKey[];
}

/** The options of the server that the service uses. */
export interface ServiceSettings {
  /** The model of a request that names none; undefined if a request must name one. */
  readonly defaultModel: string | undefined;
  /** Where the data policy is set, as the end of the message that no endpoint matches it. */
  readonly dataPolicyAdvice: string;
  /** Whether the output is that of a real upstream. Its speed is measured, not simulated. */
  readonly hasUpstream: boolean;
  /** Milliseconds between two tokens of a stream; undefined follows the simulated speed of the endpoint. */
  readonly tokenDelay: number | undefined;
  /** Whether tool histories and tool choices that providers reject are rejected. */
  readonly validateHistory: boolean;
  /** ISO code of the country of all requests. */
  readonly country: string;
}
