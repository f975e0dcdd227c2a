import type { AssistantAudio, AssistantImage } from "@patchbay/client";
import type { Step, StopReason } from "./run-report.ts";

/** Where an event comes from: the calls of agents that lead to it; empty for the run itself. */
export type AgentPath = readonly string[];

/** One thing that happens in a run, in the order in which it happens. */
export type RunEvent =
  | {
      readonly type: "step-start";
      readonly step: number;
      readonly model: string | readonly string[];
      readonly path: AgentPath;
    }
  | { readonly type: "text-delta"; readonly text: string; readonly path: AgentPath }
  | { readonly type: "reasoning-delta"; readonly text: string; readonly path: AgentPath }
  /** More of the reason why the model refuses. */
  | { readonly type: "refusal-delta"; readonly text: string; readonly path: AgentPath }
  /** An image of the answer. */
  | { readonly type: "image"; readonly image: AssistantImage; readonly path: AgentPath }
  /** More of the audio of the answer, or of its transcript. */
  | { readonly type: "audio-delta"; readonly audio: AssistantAudio; readonly path: AgentPath }
  /** More of the arguments of a call that is being written. */
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
  /** A call that waits for somebody to agree, or to say what came of it. */
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
      /** What the tool gave; undefined when it failed. */
      readonly output: unknown;
      /** What the model is told, when it failed. */
      readonly error: string | undefined;
      /** Milliseconds. */
      readonly durationMs: number;
      readonly path: AgentPath;
    }
  /** The conversation had grown too long: so many results were dropped, and what was before the last answers was summed up. */
  | {
      readonly type: "compaction";
      readonly dropped: number;
      readonly summary: string | undefined;
      readonly path: AgentPath;
    }
  /** What this step showed so far is void: another model begins it anew. */
  | { readonly type: "step-reset"; readonly path: AgentPath }
  /** A typed answer as far as it came. */
  | { readonly type: "partial-output"; readonly output: unknown; readonly path: AgentPath }
  | { readonly type: "step-end"; readonly step: Step; readonly cost: number | undefined; readonly path: AgentPath }
  | {
      readonly type: "finish";
      readonly stopReason: StopReason;
      readonly text: string;
      readonly cost: number | undefined;
      readonly path: AgentPath;
    };
