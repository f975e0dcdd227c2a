import { accountOf, checkLengths, createKey, isOutOfUse } from "../state/accounts.ts";
import type { Reset } from "@patchbay/engine/billing/key";
import { challengeOf, type ChallengeMethod } from "@patchbay/engine/data/pkce";
import { sha256Hex } from "@patchbay/engine/data/sha256";
import type { OwnHandlers } from "./own-handlers.ts";
import { readDateTime, readLimit } from "@patchbay/service/validation/read-value";
import { HttpError } from "@patchbay/service/http/http-error";

const codeLifeMs = 10 * 60 * 1000;

export const auth: OwnHandlers<"auth"> = {
  "auth.createCode": (input, { state, key }) => {
    const { callback_url: callback } = input;
    if (!isCallback(callback))
      throw new HttpError(400, `callback_url must be https, or localhost on any port; got ${callback}`);
    // The created key has the limits of the request, not those of the key that sends it.
    if (state.settings.strictKeys && (key.limit !== null || key.expiresAt !== null))
      throw new HttpError(
        403,
        "A key with a limit or an expiration date cannot create an authorization code. Use a key without them",
      );
    checkLengths({ key_label: input.key_label, code_challenge: input.code_challenge });
    const id = `auth_code_${state.secretIds.text(32)}`;
    const createdAt = state.now();
    state.codes.set(sha256Hex(id), {
      account: accountOf(state, key.account),
      begunBy: key.hash,
      challenge: input.code_challenge ?? undefined,
      method: (input.code_challenge_method ?? "S256") as ChallengeMethod,
      label: input.key_label ?? "OAuth key",
      limit: readLimit(input.limit, "/limit"),
      reset: (input.usage_limit_type ?? null) as Reset,
      expiresAt: readDateTime(input.expires_at, "/expires_at"),
      createdAt,
    });
    return { body: { data: { id, app_id: 1, created_at: new Date(createdAt).toISOString() } } };
  },

  "auth.exchangeCode": async ({ code, code_verifier, code_challenge_method }, { state }) => {
    const hash = code.length > longestCode ? "" : sha256Hex(code);
    const request = state.codes.get(hash);
    if (!request || !isFresh(request.createdAt, state.now())) throw invalidCode();
    if (request.challenge !== undefined) {
      if (code_challenge_method && code_challenge_method !== request.method)
        throw new HttpError(400, `Invalid code_challenge_method: the code was created with ${request.method}`);
      if (!code_verifier)
        throw new HttpError(400, "code_verifier is missing: the code was created with a code_challenge");
      if ((await challengeOf(code_verifier, request.method)) !== request.challenge)
        throw new HttpError(403, "Invalid code_verifier: it does not match the code_challenge");
    }
    // A key that was disabled or deleted in the meantime cannot create another key.
    const begunBy = state.keys.get(request.begunBy);
    if (begunBy && isOutOfUse(begunBy, state)) throw invalidCode();
    // No `await` from here on: of several concurrent exchanges, only one can use the code (RFC 6749, section 4.1.2).
    if (!state.codes.delete(hash)) throw invalidCode();
    const { secret } = createKey(state, {
      name: request.label,
      account: request.account.name,
      limit: request.limit,
      limitReset: request.reset,
      expiresAt: request.expiresAt,
    });
    return { body: { key: secret, user_id: "user_reference" } };
  },
};

/** Maximum length of a code, in characters. */
const longestCode = 64;

/** Whether a code is less than ten minutes old. Moving the clock back does not extend its lifetime. */
function isFresh(createdAt: number, now: number): boolean {
  return Math.abs(now - createdAt) < codeLifeMs;
}

function invalidCode(): HttpError {
  return new HttpError(
    403,
    "Invalid code: it is unknown, used or older than ten minutes, or the key that created it is disabled, deleted or expired",
  );
}

function isCallback(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1"].includes(hostname));
}
