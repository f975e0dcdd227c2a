import type { ChatCompletion, ChatCompletionRequest, OmitKnown } from "@patchbay/client";
import type { ModelCatalog } from "@patchbay/client/catalog";
import type { RunEvent } from "../report/events.ts";
import type { Scope } from "../report/scope.ts";
import type { Cooldown, CooldownOptions } from "./cooldown.ts";
import type { FailureKind } from "../generated/fallback.ts";
import type { Failure } from "./failure.ts";
import type { FallbackAction } from "./fallback-policy.ts";
import type { HedgeBudget, HedgeOptions } from "./hedge.ts";
import type { Answered, ModelCall } from "./model-call.ts";

/** A model with its own request fields, such as `reasoning` or `provider`. */
export type ModelCandidate = { readonly model: string } & Partial<
  OmitKnown<ChatCompletionRequest, "model" | "models" | "messages" | "stream" | "tools">
>;

/** The options of `fallback`. `Value` is the type of a completion. */
export interface FallbackOptions<Value = ChatCompletion> {
  /** Overrides of the default reactions. */
  readonly actions?: Partial<Readonly<Record<FailureKind, FallbackAction>>> | undefined;
  /** Milliseconds until the first token; then the next model is requested. Default: the client's `timeout`. */
  readonly firstTokenTimeout?: number | undefined;
  /** Milliseconds of silence in a stream. Default: the client's `idleTimeout`. */
  readonly idleTimeout?: number | undefined;
  /**
   * Milliseconds before a failed model is retried. The last model is retried when its `Retry-After` says so. Default:
   * 250.
   */
  readonly retryDelay?: number | undefined;
  /**
   * Requests the next model in parallel if the first one is slow. The first to respond wins; the other request is
   * canceled. Default: never.
   */
  readonly hedge?: HedgeOptions | undefined;
  /** When a failed model is skipped, and for how long. */
  readonly cooldown?: CooldownOptions | undefined;
  /**
   * Whether a completion is acceptable. A rejected completion is still billed; the next model is requested. Default:
   * accepts all.
   */
  readonly accept?: ((answer: Value) => boolean | Promise<boolean>) | undefined;
  /**
   * The reaction to a stream that fails after output was shown. `restart` discards the shown output; `continue` makes
   * the next model continue the text, unless a tool call had begun. Default: `throw`.
   */
  readonly midStream?: "throw" | "restart" | "continue" | undefined;
  /**
   * Who performs the fallback: the agent, by these rules. See `ServiceFallbackOptions` for the API's own fallback.
   * Default: `agent`.
   */
  readonly performedBy?: "agent" | undefined;
  /**
   * Rejects unknown models before the first request. Skips models whose context is not larger than one that was too
   * small.
   */
  readonly catalog?: Pick<ModelCatalog, "get"> | undefined;
}

/**
 * The API performs the fallback. It takes model ids only and applies its own rules. `fallbackBy` of a step says who
 * fell back.
 */
export interface ServiceFallbackOptions {
  readonly performedBy: "agent" | "service";
  /** Rejects unknown models before the first request. */
  readonly catalog?: Pick<ModelCatalog, "get"> | undefined;
}

/** The options before they are checked. */
export type AnyFallbackOptions<Value> = Omit<FallbackOptions<Value>, "performedBy"> & {
  readonly performedBy?: "agent" | "service" | undefined;
};

/** The input of a fallback for one completion. */
export interface Ask extends ModelCall, Pick<Scope, "policies"> {
  /** Whether the completion is not part of the run, such as a summary. `accept` does not check it. */
  readonly isAside?: boolean | undefined;
  /** How often the step was requested before. */
  readonly again?: number | undefined;
}

/** Models in the order in which they are requested, and the rules. */
export interface Fallback<Value = ChatCompletion> {
  readonly kind: "fallback";
  readonly performedBy: "agent" | "service";
  readonly candidates: readonly ModelCandidate[];
  readonly cooldown: Cooldown;
  readonly budget: HedgeBudget | undefined;
  readonly actionOn: (failure: Failure) => FallbackAction;
  /** Throws `AgentError` if the catalog does not have one of the models. */
  readonly check: () => Promise<void>;
  /** Requests a completion from these models. */
  readonly ask: (models: readonly string[], ask: Ask) => AsyncGenerator<RunEvent, Answered>;
  /** Tokens; `undefined` if unknown. */
  readonly contextOf: (model: string) => Promise<number | undefined>;
  readonly options: AnyFallbackOptions<Value>;
}
