// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * A sound recording.
 */
export type AudioPart = {
  /**
   * The tag.
   */
  type: "input_audio";
  /**
   * The recording.
   */
  input_audio: InputAudio;
};

/**
 * Asks the provider to keep the prompt up to this point in its cache.
 */
export type CacheControl = {
  /**
   * The only kind there is.
   */
  type: "ephemeral";
  /**
   * How long the cache entry lives; `5m` when absent.
   * - `5m`: Five minutes; writing costs 1.25 times the prompt price.
   * - `1h`: One hour; writing costs twice the prompt price.
   */
  ttl?: "5m" | "1h" | (string & {}) | null | undefined;
};

/**
 * One part of a message. Which kinds a model takes stands in its `architecture.input_modalities`.
 */
export type ContentPart =
  | ({
      type: "text";
    } & TextPart)
  | ({
      type: "image_url";
    } & ImagePart)
  | ({
      type: "input_audio";
    } & AudioPart)
  | ({
      type: "video_url";
    } & VideoPart)
  | ({
      type: "input_video";
    } & LegacyVideoPart)
  | ({
      type: "file";
    } & FilePart)
  | ({
      type: "refusal";
    } & RefusalPart);

/**
 * A file by its content, its address or the id of an upload.
 */
export type FileInput = {
  /**
   * The name shown to the model.
   */
  filename?: string | null | undefined;
  /**
   * The file as a `data:` URL, or an https URL.
   */
  file_data?: string | null | undefined;
  /**
   * Id of an uploaded file.
   */
  file_id?: string | null | undefined;
};

/**
 * A file, such as a PDF. The `file-parser` plugin reads it for models that take no files.
 */
export type FilePart = {
  /**
   * The tag.
   */
  type: "file";
  /**
   * The file.
   */
  file: FileInput;
};

/**
 * An image.
 */
export type ImagePart = {
  /**
   * The tag.
   */
  type: "image_url";
  /**
   * Where the image is.
   */
  image_url: ImageUrl;
};

/**
 * An image by address.
 */
export type ImageUrl = {
  /**
   * An https URL, or the image itself as a `data:` URL.
   */
  url: string;
  /**
   * How closely the model looks; more detail costs more tokens.
   * - `auto`: The provider decides.
   * - `low`: A small version of the image.
   * - `high`: Tiles of the full image.
   * - `original`: The image at its own size.
   */
  detail?: "auto" | "low" | "high" | "original" | (string & {}) | null | undefined;
};

/**
 * A recording, in the request itself; URLs are not taken.
 */
export type InputAudio = {
  /**
   * The bytes in base64.
   */
  data: string;
  /**
   * The encoding of the bytes.
   * - `wav`: WAV.
   * - `mp3`: MP3.
   * - `flac`: FLAC.
   * - `m4a`: AAC in an MP4 container.
   * - `ogg`: Ogg.
   * - `aiff`: AIFF.
   * - `aac`: AAC.
   * - `pcm16`: Raw 16-bit samples.
   * - `pcm24`: Raw 24-bit samples.
   */
  format: "wav" | "mp3" | "flac" | "m4a" | "ogg" | "aiff" | "aac" | "pcm16" | "pcm24" | (string & {});
};

/**
 * A video under its older tag.
 *
 * @deprecated
 */
export type LegacyVideoPart = {
  /**
   * The older tag; write `video_url`.
   */
  type: "input_video";
  /**
   * Where the video is.
   */
  video_url: VideoUrl;
};

/**
 * A breakpoint for explicit prompt caching.
 */
export type PromptCacheBreakpoint = {
  /**
   * The only mode there is.
   */
  mode: "explicit";
};

/**
 * A refusal of the model, in a message of the assistant that is sent back in parts.
 */
export type RefusalPart = {
  /**
   * The tag.
   */
  type: "refusal";
  /**
   * Why the model refused.
   */
  refusal: string;
};

/**
 * A piece of text.
 */
export type TextPart = {
  /**
   * The tag.
   */
  type: "text";
  /**
   * The text.
   */
  text: string;
  /**
   * Sets a breakpoint of the provider's prompt cache after this part.
   */
  cache_control?: CacheControl | null | undefined;
  /**
   * Sets a breakpoint after this part for models with explicit prompt caching.
   */
  prompt_cache_breakpoint?: PromptCacheBreakpoint | null | undefined;
};

/**
 * A video.
 */
export type VideoPart = {
  /**
   * The tag.
   */
  type: "video_url";
  /**
   * Where the video is.
   */
  video_url: VideoUrl;
};

/**
 * A video by address.
 */
export type VideoUrl = {
  /**
   * An https URL, or the video itself as a `data:` URL.
   */
  url: string;
  /**
   * How the video is looked at.
   * - `agentic`: The model chooses which parts it watches.
   * - `static`: The whole video at once.
   */
  processing?: "agentic" | "static" | (string & {}) | null | undefined;
};
