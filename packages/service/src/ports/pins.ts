/** The endpoint that each conversation is pinned to, for prompt cache hits. */
export interface Pins {
  /** The tag of the endpoint that a conversation is pinned to. */
  readonly find: (conversation: string, now: number) => string | undefined | Promise<string | undefined>;
  /** Records a success. `pins` is whether the conversation is pinned now; a pin that exists is extended. */
  readonly note: (conversation: string, tag: string, options: { readonly now: number; readonly pins: boolean }) => void;
}
