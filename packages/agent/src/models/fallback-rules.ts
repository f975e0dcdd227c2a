import type { ChatCompletion, ChatCompletionRequest, OmitKnown } from "@patchbay/client";
import type { ModelCatalog } from "@patchbay/client/catalog";
import type { RunEvent } from "../report/events.ts";
import type { Scope } from "../report/scope.ts";
import type { Cooldown, CooldownOptions } from "./cooldown.ts";
import type { Failure, FailureKind } from "./failure.ts";
import type { HedgeBudget, HedgeOptions } from "./hedge.ts";
import type { Answered, ModelCall } from "./model-call.ts";

/** What is done after a failure: once more with the same model and then the next one, the next one at once, or nothing. */
export type FallbackAction = "retry" | "next" | "throw";

/** Failure → what is done. */
export const defaultFallbackActions: Readonly<Record<FailureKind, FallbackAction>> = {
  connection: "retry",
  // The same request again could be paid twice.
  ambiguous: "next",
  timeout: "next",
  unauthorized: "throw",
  insufficient_credits: "throw",
  forbidden: "throw",
  not_found: "next",
  context_length_exceeded: "next",
  bad_request: "throw",
  transient: "retry",
  rate_limited: "next",
  server_error: "retry",
  stream_interrupted: "next",
  after_output: "throw",
  empty_response: "retry",
  rejected: "next",
  unknown: "throw",
};

/** A model with fields of the request that are its own, such as `reasoning` or `provider`. */
export type ModelCandidate = { readonly model: string } & Partial<
  OmitKnown<ChatCompletionRequest, "model" | "models" | "messages" | "stream" | "tools">
>;

/** How models stand in for each other; `Value` is what an answer is. */
export interface FallbackOptions<Value = ChatCompletion> {
  /** What is done after which failure, where it is not the default. */
  readonly actions?: Partial<Readonly<Record<FailureKind, FallbackAction>>> | undefined;
  /** Milliseconds until something of the answer is there; then the next model is asked. Default: the client's `timeout`. */
  readonly firstTokenTimeout?: number | undefined;
  /** Milliseconds of silence in a stream. Default: the client's `idleTimeout`. */
  readonly idleTimeout?: number | undefined;
  /** Milliseconds before a model is asked again after it failed; the last one is asked when it says so itself. Default: 250. */
  readonly retryDelay?: number | undefined;
  /** When the next model is asked beside one that is slow to begin: who begins first answers, the other one is given up. Default: never. */
  readonly hedge?: HedgeOptions | undefined;
  /** Which models are left alone after they failed. */
  readonly cooldown?: CooldownOptions | undefined;
  /** Whether an answer will do; what is not taken is paid all the same, and the next model is asked. Default: any. */
  readonly accept?: ((answer: Value) => boolean | Promise<boolean>) | undefined;
  /**
   * What is done when a stream fails after something was shown. `restart` tells the watcher to forget it; `continue` has the next
   * model go on from the text, unless a call had begun. Default: `throw`.
   */
  readonly midStream?: "throw" | "restart" | "continue" | undefined;
  /** Who asks the next model: the agent, by these rules. `ServiceFallbackOptions` leaves it to the service. Default: `agent`. */
  readonly performedBy?: "agent" | undefined;
  /** Names models that do not exist before the first request, and passes over contexts that are no larger than the one that was too small. */
  readonly catalog?: Pick<ModelCatalog, "get"> | undefined;
}

/** The service asks the next model. It takes a list of names and has rules of its own; `fallback` of a step says who asked. */
export interface ServiceFallbackOptions {
  readonly performedBy: "agent" | "service";
  /** Names models that do not exist before the first request. */
  readonly catalog?: Pick<ModelCatalog, "get"> | undefined;
}

/** Either, before it is checked. */
export type AnyFallbackOptions<Value> = Omit<FallbackOptions<Value>, "performedBy"> & {
  readonly performedBy?: "agent" | "service" | undefined;
};

/** What asking several models for one answer takes. */
export interface Ask extends ModelCall, Pick<Scope, "policies"> {
  /** Whether it is no answer of the run, such as a summary, which `accept` knows nothing of. */
  readonly isAside?: boolean | undefined;
  /** How often the step was asked for already. */
  readonly again?: number | undefined;
}

/** Models in the order in which they are asked, and the rules. */
export interface Fallback<Value = ChatCompletion> {
  readonly kind: "fallback";
  readonly performedBy: "agent" | "service";
  readonly candidates: readonly ModelCandidate[];
  readonly cooldown: Cooldown;
  readonly budget: HedgeBudget | undefined;
  readonly actionOn: (failure: Failure) => FallbackAction;
  /** Throws `AgentError` when the catalogue does not know one of the models. */
  readonly check: () => Promise<void>;
  /** Asks these of the models for one answer. */
  readonly ask: (models: readonly string[], ask: Ask) => AsyncGenerator<RunEvent, Answered>;
  /** Tokens; undefined when nobody knows. */
  readonly contextOf: (model: string) => Promise<number | undefined>;
  readonly options: AnyFallbackOptions<Value>;
}
