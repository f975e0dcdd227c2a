// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * A source or a parsed file that belongs to an answer.
 */
export type Annotation =
  | ({
      type: "url_citation";
    } & UrlCitationAnnotation)
  | ({
      type: "file";
    } & FileAnnotation);

/**
 * Sound that the model made. In a stream its `data` and `transcript` arrive in pieces.
 */
export type AssistantAudio = {
  /**
   * Id by which a later message can refer to it.
   */
  id?: string | null | undefined;
  /**
   * The bytes in base64.
   */
  data?: string | null | undefined;
  /**
   * What is said.
   */
  transcript?: string | null | undefined;
  /**
   * When the provider forgets the id, in Unix seconds.
   */
  expires_at?: number | null | undefined;
};

/**
 * An image that the model made.
 */
export type AssistantImage = {
  /**
   * The kind.
   */
  type?: "image_url" | null | undefined;
  /**
   * Place among the images of the answer.
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
   * The tag.
   */
  type: "file";
  /**
   * The file.
   */
  file: ParsedFile;
};

/**
 * An image by address.
 */
export type ImageReference = {
  /**
   * An https or `data:` URL.
   */
  url: string;
};

/**
 * A parsed file; sent back it is not parsed, and not paid, again.
 */
export type ParsedFile = {
  /**
   * Identifies the file and the parser.
   */
  hash: string;
  /**
   * The name of the file.
   */
  name?: string | null | undefined;
  /**
   * What was read.
   */
  content: Array<ParsedPart>;
};

/**
 * A picture of a parsed file.
 */
export type ParsedImage = {
  /**
   * The tag.
   */
  type: "image_url";
  /**
   * The picture.
   */
  image_url: ImageReference;
};

/**
 * A piece of a parsed file.
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
   * The tag.
   */
  type: "text";
  /**
   * The text.
   */
  text: string;
};

/**
 * A page and the place in the answer that cites it.
 */
export type UrlCitation = {
  /**
   * Address of the page.
   */
  url: string;
  /**
   * Title of the page.
   */
  title: string;
  /**
   * The passage that was used.
   */
  content?: string | null | undefined;
  /**
   * Where the cited text starts in `content`, in characters.
   */
  start_index: number;
  /**
   * Where it ends.
   */
  end_index: number;
};

/**
 * A page that the answer cites.
 */
export type UrlCitationAnnotation = {
  /**
   * The tag.
   */
  type: "url_citation";
  /**
   * The citation.
   */
  url_citation: UrlCitation;
};
