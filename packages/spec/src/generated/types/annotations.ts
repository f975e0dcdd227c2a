// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * A citation or a parsed file that belongs to a completion.
 */
export type Annotation =
  | ({
      type: "url_citation";
    } & UrlCitationAnnotation)
  | ({
      type: "file";
    } & FileAnnotation);

/**
 * Audio that the model generated. In a stream, `data` and `transcript` arrive in pieces.
 */
export type AssistantAudio = {
  /**
   * Id by which a later message can reference the audio.
   */
  id?: string | null | undefined;
  /**
   * The content as base64.
   */
  data?: string | null | undefined;
  /**
   * Transcript of the audio.
   */
  transcript?: string | null | undefined;
  /**
   * Time at which the provider deletes the audio, in Unix seconds.
   */
  expires_at?: number | null | undefined;
};

/**
 * An image that the model generated.
 */
export type AssistantImage = {
  /**
   * Always `image_url`.
   */
  type?: "image_url" | null | undefined;
  /**
   * Position among the images of the completion.
   */
  index?: number | null | undefined;
  /**
   * The image as a `data:` URL.
   */
  image_url: ImageReference;
};

/**
 * A file that was parsed for the model.
 */
export type FileAnnotation = {
  /**
   * Always `file`.
   */
  type: "file";
  /**
   * The file.
   */
  file: ParsedFile;
};

/**
 * A reference to an image by URL.
 */
export type ImageReference = {
  /**
   * An https or `data:` URL.
   */
  url: string;
};

/**
 * A parsed file. Send it back in a later request to avoid parsing and paying for it again.
 */
export type ParsedFile = {
  /**
   * Hash that identifies the file and the parser.
   */
  hash: string;
  /**
   * Name of the file.
   */
  name?: string | null | undefined;
  /**
   * The parsed content.
   */
  content: Array<ParsedPart>;
};

/**
 * An image in a parsed file.
 */
export type ParsedImage = {
  /**
   * Always `image_url`.
   */
  type: "image_url";
  /**
   * The image.
   */
  image_url: ImageReference;
};

/**
 * A part of a parsed file.
 */
export type ParsedPart =
  | ({
      type: "text";
    } & ParsedText)
  | ({
      type: "image_url";
    } & ParsedImage);

/**
 * Text of a parsed file.
 */
export type ParsedText = {
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
 * A web page and the position in the completion that cites it.
 */
export type UrlCitation = {
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
   * Start of the citation in `content`, in characters.
   */
  start_index: number;
  /**
   * End of the citation in `content`, in characters.
   */
  end_index: number;
};

/**
 * A web page that the completion cites.
 */
export type UrlCitationAnnotation = {
  /**
   * Always `url_citation`.
   */
  type: "url_citation";
  /**
   * The citation.
   */
  url_citation: UrlCitation;
};
