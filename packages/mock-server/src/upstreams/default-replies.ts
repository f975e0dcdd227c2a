/** The kinds of replies without a rule or script, and so the values of the option `defaultReply`. */
export const defaultReplies = ["prose", "echo", "tool_calls"] as const;

export type DefaultReply = (typeof defaultReplies)[number];
