// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * An audio part.
 */
export type AudioPart = {
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
 * Requests that the provider cache the prompt up to this point.
 */
export type CacheControl = {
  /**
   * Always `ephemeral`.
   */
  type: "ephemeral";
  /**
   * Time to live of the cache entry. Default: `5m`.
   * - `5m`: Five minutes. Cache writes cost 1.25 times the prompt price.
   * - `1h`: One hour. Cache writes cost twice the prompt price.
   */
  ttl?: "5m" | "1h" | (string & {}) | null | undefined;
};

/**
 * One part of a message. `architecture.input_modalities` lists the kinds that a model accepts.
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
 * A file, given as content, as a URL or as the id of an uploaded file.
 */
export type FileInput = {
  /**
   * File name shown to the model.
   */
  filename?: string | null | undefined;
  /**
   * The file as a `data:` URL or an https URL.
   */
  file_data?: string | null | undefined;
  /**
   * Id of an uploaded file.
   */
  file_id?: string | null | undefined;
};

/**
 * A file, such as a PDF. For models without file input, the `file-parser` plugin extracts the content.
 */
export type FilePart = {
  /**
   * Always `file`.
   */
  type: "file";
  /**
   * The file.
   */
  file: FileInput;
};

/**
 * The resolution at which the model reads an image.
 * - `auto`: The provider decides.
 * - `low`: A low-resolution version of the image.
 * - `high`: The full image, processed in tiles.
 * - `original`: The image at its original size.
 */
export type ImageDetail = "auto" | "low" | "high" | "original" | (string & {});

/**
 * An image.
 */
export type ImagePart = {
  /**
   * Always `image_url`.
   */
  type: "image_url";
  /**
   * The image as a URL.
   */
  image_url: ImageUrl;
};

/**
 * A reference to an image by URL.
 */
export type ImageUrl = {
  /**
   * An https URL, or the image itself as a `data:` URL.
   */
  url: string;
  /**
   * Resolution at which the model processes the image. Higher detail costs more tokens.
   */
  detail?: ImageDetail | null | undefined;
};

/**
 * Audio data as base64. URLs are not accepted.
 */
export type InputAudio = {
  /**
   * The content as base64.
   */
  data: string;
  /**
   * Encoding of the audio data.
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
 * A video part with the older type.
 *
 * @deprecated
 */
export type LegacyVideoPart = {
  /**
   * The older type; use `video_url`.
   */
  type: "input_video";
  /**
   * The video as a URL.
   */
  video_url: VideoUrl;
};

/**
 * The content of a message, as a string or as a list of parts.
 */
export type MessageContent = string | Array<ContentPart>;

/**
 * A breakpoint for explicit prompt caching.
 */
export type PromptCacheBreakpoint = {
  /**
   * Always `explicit`.
   */
  mode: "explicit";
  /**
   * Time to live, `30m` or `12h`. Default: `prompt_cache_options.ttl`.
   */
  ttl?: string | null | undefined;
};

/**
 * A refusal by the model, in an assistant message that is sent back in parts.
 */
export type RefusalPart = {
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
 * Text, as a string or as a list of parts.
 */
export type TextContent = string | Array<TextPart>;

/**
 * A text part.
 */
export type TextPart = {
  /**
   * Always `text`.
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
   * Sets a breakpoint after this part, for models with explicit prompt caching.
   */
  prompt_cache_breakpoint?: PromptCacheBreakpoint | null | undefined;
};

/**
 * A video.
 */
export type VideoPart = {
  /**
   * Always `video_url`.
   */
  type: "video_url";
  /**
   * The video as a URL.
   */
  video_url: VideoUrl;
};

/**
 * How a video is processed.
 * - `agentic`: The model selects which parts to watch.
 * - `static`: The whole video at once.
 */
export type VideoProcessing = "agentic" | "static" | (string & {});

/**
 * A reference to a video by URL.
 */
export type VideoUrl = {
  /**
   * An https URL, or the video itself as a `data:` URL.
   */
  url: string;
  /**
   * How the model processes the video.
   */
  processing?: VideoProcessing | null | undefined;
};
