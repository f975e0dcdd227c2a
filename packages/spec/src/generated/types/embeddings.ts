// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ImageReference } from "./annotations.ts";
import type { ProviderPreferences } from "./provider.ts";
import type { TraceConfig } from "./trace.ts";
import type { EmbeddingUsage } from "./usage.ts";

/**
 * One vector.
 */
export type Embedding = {
  /**
   * The kind of object.
   */
  object: "embedding";
  /**
   * Which input it belongs to.
   */
  index?: number;
  /**
   * The vector as numbers, or as base64 when that was asked for.
   */
  embedding: Array<number> | string;
};

/**
 * A sound recording.
 */
export type EmbeddingAudio = {
  /**
   * The tag.
   */
  type: "input_audio";
  /**
   * The recording.
   */
  input_audio: EmbeddingMedia;
};

/**
 * A file.
 */
export type EmbeddingFile = {
  /**
   * The tag.
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
   * The tag.
   */
  type: "image_url";
  /**
   * Where the image is.
   */
  image_url: ImageReference;
};

/**
 * One input of several parts, embedded as one.
 */
export type EmbeddingInput = {
  /**
   * The parts.
   */
  content: Array<EmbeddingPart>;
};

/**
 * Vectors in the order of the inputs.
 */
export type EmbeddingList = {
  /**
   * Id of the generation, `gen-…`.
   */
  id?: string;
  /**
   * The kind of object.
   */
  object: "list";
  /**
   * The model that answered.
   */
  model: string;
  /**
   * Display name of the provider that answered.
   */
  provider?: string;
  /**
   * The vectors.
   */
  data: Array<Embedding>;
  /**
   * Tokens and cost.
   */
  usage?: EmbeddingUsage;
};

/**
 * Bytes in the request itself.
 */
export type EmbeddingMedia = {
  /**
   * The bytes in base64.
   */
  data: string;
  /**
   * Their encoding, such as `mp3`.
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
 * What to embed and how.
 */
export type EmbeddingRequest = {
  /**
   * The embedding model.
   */
  model: string;
  /**
   * A text, a list of texts, a list of token ids, a list of such lists, or a list of inputs with other content.
   */
  input: string | Array<string | number | Array<number> | EmbeddingInput>;
  /**
   * How vectors are written; `float` when absent.
   * - `float`: A list of numbers.
   * - `base64`: 32-bit floats, little-endian, in base64.
   */
  encoding_format?: "float" | "base64" | (string & {}) | null | undefined;
  /**
   * Length of the vectors, for models that can shorten them.
   */
  dimensions?: number | null | undefined;
  /**
   * What the input is for, such as `search_query`; some models need it.
   */
  input_type?: string | null | undefined;
  /**
   * Which endpoints may answer and in what order.
   */
  provider?: ProviderPreferences | null | undefined;
  /**
   * Groups requests in logs.
   */
  session_id?: string | null | undefined;
  /**
   * Names for observability.
   */
  trace?: TraceConfig | null | undefined;
  /**
   * An id of the end user.
   */
  user?: string | null | undefined;
  [key: string]: unknown;
};

/**
 * Text.
 */
export type EmbeddingText = {
  /**
   * The tag.
   */
  type: "text";
  /**
   * The text.
   */
  text: string;
};

/**
 * A video.
 */
export type EmbeddingVideo = {
  /**
   * The tag.
   */
  type: "input_video";
  /**
   * The video.
   */
  input_video: EmbeddingMedia;
};
