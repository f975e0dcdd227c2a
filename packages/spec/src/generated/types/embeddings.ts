// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ImageReference } from "./annotations.ts";
import type { ProviderPreferences } from "./provider.ts";
import type { TraceConfig } from "./trace.ts";
import type { EmbeddingUsage } from "./usage.ts";

/**
 * An embedding vector.
 */
export type Embedding = {
  /**
   * Always `embedding`.
   */
  object: "embedding";
  /**
   * Index of the input.
   */
  index?: number;
  /**
   * The vector as numbers, or as base64 if requested.
   */
  embedding: EmbeddingVector;
};

/**
 * An audio part.
 */
export type EmbeddingAudio = {
  /**
   * Always `input_audio`.
   */
  type: "input_audio";
  /**
   * The audio data.
   */
  input_audio: EmbeddingMedia;
};

/**
 * A file.
 */
export type EmbeddingFile = {
  /**
   * Always `input_file`.
   */
  type: "input_file";
  /**
   * The file.
   */
  input_file: EmbeddingMedia;
};

/**
 * An image.
 */
export type EmbeddingImage = {
  /**
   * Always `image_url`.
   */
  type: "image_url";
  /**
   * The image as a URL.
   */
  image_url: ImageReference;
};

/**
 * An input of several parts, embedded as one vector.
 */
export type EmbeddingInput = {
  /**
   * The parts of the input.
   */
  content: Array<EmbeddingPart>;
};

/**
 * One input of a list: a string, a token id, a list of token ids, or a multimodal input.
 */
export type EmbeddingInputItem = string | number | Array<number> | EmbeddingInput;

/**
 * A string, a list of strings, a list of token ids, a list of token id lists, or a list of multimodal inputs.
 */
export type EmbeddingInputs = string | Array<EmbeddingInputItem>;

/**
 * The embedding vectors, in the order of the inputs.
 */
export type EmbeddingList = {
  /**
   * Id of the generation, `gen-…`.
   */
  id?: string;
  /**
   * Always `list`.
   */
  object: "list";
  /**
   * The model that served the request.
   */
  model: string;
  /**
   * Display name of the provider that served the request.
   */
  provider?: string;
  /**
   * The vectors.
   */
  data: Array<Embedding>;
  /**
   * Token counts and cost.
   */
  usage?: EmbeddingUsage;
};

/**
 * Media as base64.
 */
export type EmbeddingMedia = {
  /**
   * The content as base64.
   */
  data: string;
  /**
   * Encoding of the data, such as `mp3`.
   */
  format?: string | null | undefined;
};

/**
 * One part of an input.
 */
export type EmbeddingPart =
  | ({
      type: "text";
    } & EmbeddingText)
  | ({
      type: "image_url";
    } & EmbeddingImage)
  | ({
      type: "input_audio";
    } & EmbeddingAudio)
  | ({
      type: "input_video";
    } & EmbeddingVideo)
  | ({
      type: "input_file";
    } & EmbeddingFile);

/**
 * The content to embed and its settings.
 */
export type EmbeddingRequest = {
  /**
   * The embedding model.
   */
  model: string;
  /**
   * A string, a list of strings, a list of token ids, a list of token id lists, or a list of multimodal inputs.
   */
  input: EmbeddingInputs;
  /**
   * Encoding of the vectors. Default: `float`.
   * - `float`: A list of numbers.
   * - `base64`: 32-bit floats, little-endian, in base64.
   */
  encoding_format?: "float" | "base64" | (string & {}) | null | undefined;
  /**
   * Number of dimensions, for models that support shorter vectors.
   */
  dimensions?: number | null | undefined;
  /**
   * Purpose of the input, such as `search_query`. Some models require it.
   */
  input_type?: string | null | undefined;
  /**
   * Preferences for provider routing.
   */
  provider?: ProviderPreferences | null | undefined;
  /**
   * Groups requests in logs.
   */
  session_id?: string | null | undefined;
  /**
   * Observability metadata.
   */
  trace?: TraceConfig | null | undefined;
  /**
   * Id of the end user.
   */
  user?: string | null | undefined;
  [key: string]: unknown;
};

/**
 * Text.
 */
export type EmbeddingText = {
  /**
   * Always `text`.
   */
  type: "text";
  /**
   * The text.
   */
  text: string;
};

/**
 * A vector as numbers, or as base64.
 */
export type EmbeddingVector = Array<number> | string;

/**
 * A video.
 */
export type EmbeddingVideo = {
  /**
   * Always `input_video`.
   */
  type: "input_video";
  /**
   * The video.
   */
  input_video: EmbeddingMedia;
};
