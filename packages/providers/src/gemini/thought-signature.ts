import { createHash } from "node:crypto";
import type { ReasoningDetail } from "@patchbay/spec";

/** The format of Gemini's reasoning details. */
export const geminiFormat = "google-gemini-v1";

/** Google's documented signature for a call that another model made. */
export const placeholderSignature = "skip_thought_signature_validator";

/** What a signature belongs to: a tool call, the text, or the image with this number. */
export type SignaturePlace = { readonly call: string } | "text" | `image-${number}`;

/**
 * A thought signature as a reasoning detail. Only the backend and the account that made a signature accept it, so its data begins
 * with a fingerprint of the issuer.
 */
export function toSignatureDetail(signature: string, place: SignaturePlace, issuer: string): ReasoningDetail {
  const id = typeof place === "string" ? place : place.call;
  return { type: "reasoning.encrypted", data: `${fingerprint(issuer)}.${signature}`, id, format: geminiFormat };
}

/** Finds the signatures of a message that an issuer made. */
export interface Signatures {
  readonly find: (place: SignaturePlace) => string | undefined;
}

/** Reads the reasoning details of a message. Those of other issuers and other formats are ignored. */
export function readSignatures(details: readonly ReasoningDetail[] | null | undefined, issuer: string): Signatures {
  const prefix = `${fingerprint(issuer)}.`;
  const found = new Map<string, string>();
  for (const detail of details ?? []) {
    if (detail.type !== "reasoning.encrypted" || detail.format !== geminiFormat) continue;
    if (typeof detail.id !== "string" || !detail.data.startsWith(prefix)) continue;
    found.set(detail.id, detail.data.slice(prefix.length));
  }
  return { find: (place) => found.get(typeof place === "string" ? place : place.call) };
}

/** Short, and reveals nothing about the account. */
function fingerprint(issuer: string): string {
  return createHash("sha256").update(issuer).digest("base64url").slice(0, 16);
}
