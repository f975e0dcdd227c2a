/** How a challenge was derived from its verifier. */
export type ChallengeMethod = "S256" | "plain";

/** The PKCE challenge of a verifier (RFC 7636). */
export async function challengeOf(verifier: string, method: ChallengeMethod): Promise<string> {
  if (method === "plain") return verifier;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));
  return btoa(String.fromCharCode(...digest))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** SHA-256 of a string, in hex. */
export async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
