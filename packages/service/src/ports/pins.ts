/** The endpoint that each conversation is pinned to, for prompt cache hits. */
export interface Pins {
  /** The tag of the endpoint that a conversation is pinned to. */
  readonly find: (conversation: string, now: number) => string | undefined | Promise<string | undefined>;
  /** Records a success. A pin that exists is extended. */
  readonly note: (conversation: string, tag: string, success: PinnedSuccess) => void;
}

/** A success at an endpoint. */
export interface PinnedSuccess {
  /** Unix milliseconds. */
  readonly now: number;
  /** Whether the conversation is pinned now: it has a session, or the endpoint had cached its prompt. */
  readonly pins: boolean;
  /** Id of the model. */
  readonly model: string;
  /** How long the endpoint keeps the longest-lived part of the prompt that the request marked, in milliseconds; 0 without one. */
  readonly cachedMs: number;
}
