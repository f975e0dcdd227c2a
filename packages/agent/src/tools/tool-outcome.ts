import type { ContentPart } from "@patchbay/client";
import { messageOfThrown } from "../errors/thrown.ts";

/** The outcome of a call. */
export interface ToolOutcome {
  readonly content: string | ContentPart[];
  readonly output: unknown;
  readonly error: string | undefined;
  /** The kind of failure: a low-cardinality value, or the name of the error. */
  readonly failure?: string;
}

/** A failure with a message and images or files. */
export class FailedResult extends Error {
  readonly media: readonly ContentPart[];

  constructor(message: string, media: readonly ContentPart[]) {
    super(message);
    this.media = media;
  }
}

/** The outcome of a call that threw. */
export function toFailed(error: unknown): ToolOutcome {
  const outcome = failed(messageOfThrown(error), error instanceof Error ? error.name : "unknown");
  if (!(error instanceof FailedResult) || error.media.length === 0) return outcome;
  return { ...outcome, content: [{ type: "text", text: `Error: ${error.message}` }, ...error.media] };
}

/** A failure as the model receives it; `failure` is a low-cardinality value, or the name of an error. */
export function failed(message: string, failure: string): ToolOutcome {
  return { content: `Error: ${message}`, output: undefined, error: message, failure };
}

const note =
  "You have made this call several times with the same arguments, and its result does not change. Do something else, or answer.";

/** An outcome with a note for the model. Default: the note for a repeated call. */
export function withNote(outcome: ToolOutcome, text: string = note): ToolOutcome {
  const { content } = outcome;
  const noted = typeof content === "string" ? `${content}\n\n${text}` : [...content, { type: "text" as const, text }];
  return { ...outcome, content: noted };
}
