import type { JsonObject } from "../../fields/json-value.ts";

/** A turn of the conversation. */
export interface GeminiContent {
  readonly role: "user" | "model";
  readonly parts: readonly GeminiPart[];
}

/** A part of a turn, in the form of a request. */
export interface GeminiPart {
  readonly text?: string;
  readonly inlineData?: { readonly mimeType: string; readonly data: string };
  readonly fileData?: { readonly mimeType?: string; readonly fileUri: string };
  readonly functionCall?: { readonly id: string; readonly name: string; readonly args: JsonObject };
  readonly functionResponse?: { readonly id: string; readonly name: string; readonly response: JsonObject };
  readonly thoughtSignature?: string;
}
