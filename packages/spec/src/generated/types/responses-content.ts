// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ImageDetail, InputAudio, PromptCacheBreakpoint, VideoProcessing } from "./content.ts";
import type { UnknownTag } from "./unknown-tag.ts";

/**
 * A citation in the text of an answer.
 */
export type ResponseAnnotation =
  | ResponseUrlCitation
  | ResponseFileCitation
  | ResponseFilePath
  | ResponseContainerFileCitation
  | UnknownAnnotation;

/**
 * A file in a container that the text cites.
 */
export type ResponseContainerFileCitation = {
  /**
   * Always `container_file_citation`.
   */
  type: "container_file_citation";
  /**
   * Id of the container.
   */
  container_id: string;
  /**
   * Id of the file.
   */
  file_id: string;
  /**
   * Name of the file.
   */
  filename: string;
  /**
   * Start of the citation in the text, in characters.
   */
  start_index: number;
  /**
   * End of the citation in the text, in characters.
   */
  end_index: number;
};

/**
 * Content, as text or as a list of parts.
 */
export type ResponseContent = string | Array<ResponseInputContent>;

/**
 * Content that only the provider can decrypt.
 */
export type ResponseEncryptedContent = {
  /**
   * Always `encrypted_content`.
   */
  type: "encrypted_content";
  /**
   * The encrypted content.
   */
  encrypted_content: string;
};

/**
 * A file that the text cites.
 */
export type ResponseFileCitation = {
  /**
   * Always `file_citation`.
   */
  type: "file_citation";
  /**
   * Id of the file.
   */
  file_id: string;
  /**
   * Name of the file.
   */
  filename?: string | null | undefined;
  /**
   * Position of the citation in the text, in characters.
   */
  index: number;
};

/**
 * A file that a tool created.
 */
export type ResponseFilePath = {
  /**
   * Always `file_path`.
   */
  type: "file_path";
  /**
   * Id of the file.
   */
  file_id: string;
  /**
   * Position in the text, in characters.
   */
  index: number;
};

/**
 * Audio.
 */
export type ResponseInputAudio = {
  /**
   * Always `input_audio`.
   */
  type: "input_audio";
  /**
   * The audio data.
   */
  input_audio: InputAudio;
};

/**
 * One part of an input message or of a tool output. `architecture.input_modalities` lists the kinds that a model accepts.
 */
export type ResponseInputContent =
  | ResponseInputText
  | ResponseInputImage
  | ResponseInputFile
  | ResponseInputAudio
  | ResponseInputVideo
  | ResponseOutputText
  | ResponseOutputRefusal
  | ResponseReasoningText
  | ResponseEncryptedContent
  | UnknownInputContent;

/**
 * A file, such as a PDF. Set one of `file_data`, `file_url` and `file_id`.
 */
export type ResponseInputFile = {
  /**
   * Always `input_file`.
   */
  type: "input_file";
  /**
   * File name shown to the model.
   */
  filename?: string | null | undefined;
  /**
   * The file as a `data:` URL.
   */
  file_data?: string | null | undefined;
  /**
   * An https URL of the file.
   */
  file_url?: string | null | undefined;
  /**
   * Id of an uploaded file.
   */
  file_id?: string | null | undefined;
  /**
   * Sets a breakpoint after this part, for models with explicit prompt caching.
   */
  prompt_cache_breakpoint?: PromptCacheBreakpoint | null | undefined;
};

/**
 * An image. Set `image_url` or `file_id`.
 */
export type ResponseInputImage = {
  /**
   * Always `input_image`.
   */
  type: "input_image";
  /**
   * An https URL, or the image itself as a `data:` URL.
   */
  image_url?: string | null | undefined;
  /**
   * Id of an uploaded file.
   */
  file_id?: string | null | undefined;
  /**
   * Resolution at which the model processes the image. Higher detail costs more tokens.
   */
  detail?: ImageDetail | null | undefined;
  /**
   * Sets a breakpoint after this part, for models with explicit prompt caching.
   */
  prompt_cache_breakpoint?: PromptCacheBreakpoint | null | undefined;
};

/**
 * Text.
 */
export type ResponseInputText = {
  /**
   * Always `input_text`.
   */
  type: "input_text";
  /**
   * The text.
   */
  text: string;
  /**
   * Sets a breakpoint after this part, for models with explicit prompt caching.
   */
  prompt_cache_breakpoint?: PromptCacheBreakpoint | null | undefined;
};

/**
 * A video.
 */
export type ResponseInputVideo = {
  /**
   * Always `input_video`.
   */
  type: "input_video";
  /**
   * An https URL, or the video itself as a `data:` URL.
   */
  video_url: string;
  /**
   * How the model processes the video.
   */
  processing?: VideoProcessing | null | undefined;
};

/**
 * The log probability of a token.
 */
export type ResponseLogprob = {
  /**
   * The token.
   */
  token: string;
  /**
   * Its log probability.
   */
  logprob: number;
  /**
   * The bytes of the token in UTF-8.
   */
  bytes?: Array<number> | null | undefined;
  /**
   * The most likely alternatives.
   */
  top_logprobs?: Array<ResponseTopLogprob> | null | undefined;
};

/**
 * One part of the output of a model.
 */
export type ResponseOutputContent =
  | ResponseOutputText
  | ResponseOutputRefusal
  | ResponseReasoningText
  | UnknownOutputContent;

/**
 * A refusal by the model.
 */
export type ResponseOutputRefusal = {
  /**
   * Always `refusal`.
   */
  type: "refusal";
  /**
   * The model's refusal message.
   */
  refusal: string;
};

/**
 * Text that the model generated.
 */
export type ResponseOutputText = {
  /**
   * Always `output_text`.
   */
  type: "output_text";
  /**
   * The text.
   */
  text: string;
  /**
   * Citations in the text.
   */
  annotations?: Array<ResponseAnnotation> | null | undefined;
  /**
   * Log probabilities of the tokens, if requested.
   */
  logprobs?: Array<ResponseLogprob> | null | undefined;
};

/**
 * Reasoning as text.
 */
export type ResponseReasoningText = {
  /**
   * Always `reasoning_text`.
   */
  type: "reasoning_text";
  /**
   * The text.
   */
  text: string;
};

/**
 * A summary of the reasoning.
 */
export type ResponseSummaryText = {
  /**
   * Always `summary_text`.
   */
  type: "summary_text";
  /**
   * The summary.
   */
  text: string;
};

/**
 * An alternative token.
 */
export type ResponseTopLogprob = {
  /**
   * The token.
   */
  token?: string | null | undefined;
  /**
   * Its log probability.
   */
  logprob?: number | null | undefined;
  /**
   * The bytes of the token in UTF-8.
   */
  bytes?: Array<number> | null | undefined;
};

/**
 * A web page that the text cites.
 */
export type ResponseUrlCitation = {
  /**
   * Always `url_citation`.
   */
  type: "url_citation";
  /**
   * URL of the page.
   */
  url: string;
  /**
   * Title of the page.
   */
  title: string;
  /**
   * The cited passage.
   */
  content?: string | null | undefined;
  /**
   * Start of the citation in the text, in characters.
   */
  start_index: number;
  /**
   * End of the citation in the text, in characters.
   */
  end_index: number;
};

/**
 * An annotation with a type that this contract does not know.
 */
export type UnknownAnnotation = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A part with a type that this contract does not know. The API accepts the request or refuses the part by its type.
 */
export type UnknownInputContent = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A part with a type that this contract does not know.
 */
export type UnknownOutputContent = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};
