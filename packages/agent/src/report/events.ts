import type { AssistantAudio, AssistantImage } from "@patchbay/client";
import type { Step, Stop } from "./run-report.ts";

/** Where an event comes from: the calls of agents that lead to it; empty for the run itself. */
export type Path = readonly string[];

/** One thing that happens in a run, in the order in which it happens. */
export type RunEvent =
  | {
      readonly type: "step-start";
      readonly step: number;
      readonly model: string | readonly string[];
      readonly path: Path;
    }
  | { readonly type: "text"; readonly text: string; readonly path: Path }
  | { readonly type: "reasoning"; readonly text: string; readonly path: Path }
  /** More of the reason why the model refuses. */
  | { readonly type: "refusal"; readonly text: string; readonly path: Path }
  /** An image of the answer. */
  | { readonly type: "image"; readonly image: AssistantImage; readonly path: Path }
  /** More of the audio of the answer, or of its transcript. */
  | { readonly type: "audio"; readonly audio: AssistantAudio; readonly path: Path }
  /** More of the arguments of a call that is being written. */
  | {
      readonly type: "tool-input";
      readonly call: number;
      readonly name: string | undefined;
      readonly text: string;
      readonly path: Path;
    }
  | {
      readonly type: "tool-start";
      readonly id: string;
      readonly name: string;
      readonly input: unknown;
      readonly path: Path;
    }
  /** A call that waits for somebody to agree, or to say what came of it. */
  | {
      readonly type: "tool-pending";
      readonly id: string;
      readonly name: string;
      readonly input: unknown;
      readonly manual?: true;
      readonly changed?: true;
      readonly path: Path;
    }
  | {
      readonly type: "tool-progress";
      readonly id: string;
      readonly name: string;
      readonly progress: unknown;
      readonly path: Path;
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
      readonly ms: number;
      readonly path: Path;
    }
  /** The conversation had grown too long: so many results were dropped, and what was before the last answers was summed up. */
  | {
      readonly type: "compact";
      readonly dropped: number;
      readonly summary: string | undefined;
      readonly path: Path;
    }
  /** What this step showed so far is void: another model begins it anew. */
  | { readonly type: "reset"; readonly path: Path }
  /** A typed answer as far as it came. */
  | { readonly type: "partial"; readonly output: unknown; readonly path: Path }
  | { readonly type: "step-end"; readonly step: Step; readonly cost: number | undefined; readonly path: Path }
  | {
      readonly type: "finish";
      readonly stop: Stop;
      readonly text: string;
      readonly cost: number | undefined;
      readonly path: Path;
    };
