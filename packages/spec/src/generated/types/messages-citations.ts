// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { UnknownTag } from "./unknown-tag.ts";

/**
 * Characters of a plain text document.
 */
export type CitationCharLocation = {
  /**
   * Always `char_location`.
   */
  type: "char_location";
  /**
   * The cited text.
   */
  cited_text: string;
  /**
   * Index of the document among the documents of the request, from 0.
   */
  document_index: number;
  /**
   * Title of the document.
   */
  document_title: string | null;
  /**
   * First character, from 0.
   */
  start_char_index: number;
  /**
   * Character after the last one.
   */
  end_char_index: number;
  /**
   * Id of the uploaded file.
   */
  file_id?: string | null | undefined;
};

/**
 * Blocks of a document that was sent as content blocks.
 */
export type CitationContentBlockLocation = {
  /**
   * Always `content_block_location`.
   */
  type: "content_block_location";
  /**
   * The cited text.
   */
  cited_text: string;
  /**
   * Index of the document among the documents of the request, from 0.
   */
  document_index: number;
  /**
   * Title of the document.
   */
  document_title: string | null;
  /**
   * First block, from 0.
   */
  start_block_index: number;
  /**
   * Block after the last one.
   */
  end_block_index: number;
  /**
   * Id of the uploaded file.
   */
  file_id?: string | null | undefined;
};

/**
 * Pages of a PDF.
 */
export type CitationPageLocation = {
  /**
   * Always `page_location`.
   */
  type: "page_location";
  /**
   * The cited text.
   */
  cited_text: string;
  /**
   * Index of the document among the documents of the request, from 0.
   */
  document_index: number;
  /**
   * Title of the document.
   */
  document_title: string | null;
  /**
   * First page, from 1.
   */
  start_page_number: number;
  /**
   * Page after the last one.
   */
  end_page_number: number;
  /**
   * Id of the uploaded file.
   */
  file_id?: string | null | undefined;
};

/**
 * Blocks of a search result that the caller sent.
 */
export type CitationSearchResultLocation = {
  /**
   * Always `search_result_location`.
   */
  type: "search_result_location";
  /**
   * The cited text.
   */
  cited_text: string;
  /**
   * The `source` of the search result.
   */
  source: string;
  /**
   * Title of the search result.
   */
  title: string | null;
  /**
   * Index of the result among the search results of the request, from 0.
   */
  search_result_index: number;
  /**
   * First block, from 0.
   */
  start_block_index: number;
  /**
   * Block after the last one.
   */
  end_block_index: number;
};

/**
 * A result of a web search.
 */
export type CitationWebSearchResultLocation = {
  /**
   * Always `web_search_result_location`.
   */
  type: "web_search_result_location";
  /**
   * The cited text.
   */
  cited_text: string;
  /**
   * URL of the page.
   */
  url: string;
  /**
   * Title of the page.
   */
  title: string | null;
  /**
   * The provider's reference to the result. Send it back unchanged.
   */
  encrypted_index: string;
};

/**
 * A source of a text.
 */
export type TextCitation =
  | CitationCharLocation
  | CitationPageLocation
  | CitationContentBlockLocation
  | CitationWebSearchResultLocation
  | CitationSearchResultLocation
  | UnknownTextCitation;

/**
 * A source of another type.
 */
export type UnknownTextCitation = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};
