import type { AssistantAudio, AssistantImage } from "@patchbay/client";
import type { Step, StopReason } from "./run-report.ts";

/** The origin of an event: the calls of sub-agents that lead to it; empty for the run itself. */
export type AgentPath = readonly string[];

/** An event of a run. Events arrive in the order in which they happen. */
export type RunEvent =
  | {
      readonly type: "step-start";
      readonly step: number;
      readonly model: string | readonly string[];
      readonly path: AgentPath;
    }
  | { readonly type: "text-delta"; readonly text: string; readonly path: AgentPath }
  | { readonly type: "reasoning-delta"; readonly text: string; readonly path: AgentPath }
  /** A part of the model's refusal. */
  | { readonly type: "refusal-delta"; readonly text: string; readonly path: AgentPath }
  /** An image of the completion. */
  | { readonly type: "image"; readonly image: AssistantImage; readonly path: AgentPath }
  /** A part of the completion's audio or its transcript. */
  | { readonly type: "audio-delta"; readonly audio: AssistantAudio; readonly path: AgentPath }
  /** A part of a tool call's arguments. */
  | {
      readonly type: "tool-call-delta";
      readonly call: number;
      readonly name: string | undefined;
      readonly text: string;
      readonly path: AgentPath;
    }
  | {
      readonly type: "tool-start";
      readonly id: string;
      readonly name: string;
      readonly input: unknown;
      readonly path: AgentPath;
    }
  /** A call that waits for approval or for a result from outside. */
  | {
      readonly type: "tool-pending";
      readonly id: string;
      readonly name: string;
      readonly input: unknown;
      readonly manual?: true;
      readonly changed?: true;
      readonly path: AgentPath;
    }
  | {
      readonly type: "tool-progress";
      readonly id: string;
      readonly name: string;
      readonly progress: unknown;
      readonly path: AgentPath;
    }
  | {
      readonly type: "tool-end";
      readonly id: string;
      readonly name: string;
      /** The output of the tool; `undefined` if it failed. */
      readonly output: unknown;
      /** The error as the model receives it, if the call failed. */
      readonly error: string | undefined;
      /** Milliseconds. */
      readonly durationMs: number;
      readonly path: AgentPath;
    }
  /**
   * The conversation was compacted: the number of dropped tool results, and the summary of the messages before the last
   * responses.
   */
  | {
      readonly type: "compaction";
      readonly dropped: number;
      readonly summary: string | undefined;
      readonly path: AgentPath;
    }
  /** Discards the output of this step so far: another model starts again. */
  | { readonly type: "step-reset"; readonly path: AgentPath }
  /** The typed output so far. */
  | { readonly type: "partial-output"; readonly output: unknown; readonly path: AgentPath }
  | { readonly type: "step-end"; readonly step: Step; readonly cost: number | undefined; readonly path: AgentPath }
  | {
      readonly type: "finish";
      readonly stopReason: StopReason;
      readonly text: string;
      readonly cost: number | undefined;
      readonly path: AgentPath;
    };
