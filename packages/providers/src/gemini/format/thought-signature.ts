import type { ReasoningDetail } from "@patchbay/spec";
import { bindReasoning, readBoundReasoning } from "../../content/bound-reasoning.ts";

/** The format of Gemini's reasoning details. */
export const geminiFormat = "google-gemini-v1";

/** Google's documented signature for a call that another model made. */
export const placeholderSignature = "skip_thought_signature_validator";

/** What a signature belongs to: a tool call, the text, or the image with this number. */
export type SignaturePlace = { readonly call: string } | "text" | `image-${number}`;

/** A thought signature as a reasoning detail. Only the backend and the account that made a signature accept it. */
export function toSignatureDetail(signature: string, place: SignaturePlace, issuer: string): ReasoningDetail {
  const id = typeof place === "string" ? place : place.call;
  const data = bindReasoning(`${keyOf(place)}:${signature}`, issuer);
  return { type: "reasoning.encrypted", data, id, format: geminiFormat };
}

/** Finds the signatures of a message that an issuer made. */
export interface Signatures {
  readonly find: (place: SignaturePlace) => string | undefined;
}

/** Reads the reasoning details of a message. Those of other issuers are ignored. */
export function readSignatures(details: readonly ReasoningDetail[] | null | undefined, issuer: string): Signatures {
  const found = new Map<string, string>();
  for (const detail of details ?? []) {
    const data = detail.type === "reasoning.encrypted" ? readBoundReasoning(detail.data, issuer) : undefined;
    const end = data?.lastIndexOf(":") ?? -1;
    if (data !== undefined && end !== -1) found.set(data.slice(0, end), data.slice(end + 1));
  }
  return { find: (place) => found.get(keyOf(place)) };
}

/** Ids of calls can have any characters. Signatures are base64. */
function keyOf(place: SignaturePlace): string {
  return typeof place === "string" ? place : `call-${place.call}`;
}
