// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { Annotation, AssistantAudio, AssistantImage } from "./annotations.ts";
import type { ContentPart, TextPart } from "./content.ts";
import type { ReasoningDetail, ReasoningEffort } from "./reasoning.ts";
import type { ToolCall } from "./tools.ts";

/**
 * What the model said before. Send an answer back as it came, with its `reasoning_details` unchanged and in order. As
 * the last message it is a beginning that the model continues.
 *
 */
export type AssistantMessage = {
  /**
   * The tag.
   */
  role: "assistant";
  /**
   * The text, or parts; absent or null when the model only called tools.
   */
  content?: string | Array<ContentPart> | null | undefined;
  /**
   * A name for the speaker.
   */
  name?: string | null | undefined;
  /**
   * Why the model refused.
   */
  refusal?: string | null | undefined;
  /**
   * The reasoning as plain text.
   */
  reasoning?: string | null | undefined;
  /**
   * Another name of `reasoning`.
   */
  reasoning_content?: string | null | undefined;
  /**
   * The reasoning as it came, with signatures and encrypted parts. Some models need it to go on after a tool call.
   */
  reasoning_details?: Array<ReasoningDetail> | null | undefined;
  /**
   * The calls that the model asked for; each needs an answer as a `tool` message.
   */
  tool_calls?: Array<ToolCall> | null | undefined;
  /**
   * Images that the model made.
   */
  images?: Array<AssistantImage> | null | undefined;
  /**
   * Sound that the model made; its `id` is enough.
   */
  audio?: AssistantAudio | null | undefined;
  /**
   * Citations and parsed files of the answer. Sent back, a parsed file is not parsed again.
   */
  annotations?: Array<Annotation> | null | undefined;
  /**
   * The model that wrote this message.
   */
  model?: string | null | undefined;
};

/**
 * One message of the conversation.
 */
export type ChatMessage =
  | ({
      role: "system";
    } & SystemMessage)
  | ({
      role: "developer";
    } & DeveloperMessage)
  | ({
      role: "user";
    } & UserMessage)
  | ({
      role: "assistant";
    } & AssistantMessage)
  | ({
      role: "tool";
    } & ToolMessage);

/**
 * Settings that change in the middle of a conversation.
 */
export type ConfigurationUpdate = {
  /**
   * The new reasoning settings.
   */
  reasoning: ReasoningUpdate;
};

/**
 * Standing instructions, as newer OpenAI models call them; other models get them as `system`.
 */
export type DeveloperMessage = {
  /**
   * The tag.
   */
  role: "developer";
  /**
   * The instructions.
   */
  content: string | Array<TextPart>;
  /**
   * A name for the speaker.
   */
  name?: string | null | undefined;
  /**
   * Changes settings of the model from this message on.
   */
  configuration_update?: ConfigurationUpdate | null | undefined;
};

/**
 * New reasoning settings.
 */
export type ReasoningUpdate = {
  /**
   * The new effort.
   */
  effort: ReasoningEffort;
};

/**
 * Standing instructions.
 */
export type SystemMessage = {
  /**
   * The tag.
   */
  role: "system";
  /**
   * The instructions.
   */
  content: string | Array<TextPart>;
  /**
   * A name for the speaker; for models other than OpenAI's it is put before the text.
   */
  name?: string | null | undefined;
  /**
   * Changes settings of the model from this message on.
   */
  configuration_update?: ConfigurationUpdate | null | undefined;
};

/**
 * The result of a tool call.
 */
export type ToolMessage = {
  /**
   * The tag.
   */
  role: "tool";
  /**
   * The result, as text or parts.
   */
  content: string | Array<ContentPart>;
  /**
   * The `id` of the call that this answers.
   */
  tool_call_id: string;
  /**
   * Name of the tool; not needed.
   */
  name?: string | null | undefined;
};

/**
 * What the user says or shows.
 */
export type UserMessage = {
  /**
   * The tag.
   */
  role: "user";
  /**
   * Text, or a list of parts.
   */
  content: string | Array<ContentPart>;
  /**
   * A name for the speaker; for models other than OpenAI's it is put before the text.
   */
  name?: string | null | undefined;
};
