import { challengeOf, type ChallengeMethod } from "@patchbay/engine/data/pkce";
import { sha256Hex } from "@patchbay/engine/data/sha256";
import { HttpError } from "@patchbay/service/http/http-error";
import { secureIds } from "@patchbay/service/state/secure-ids";
import { readDateTime, readLimit } from "@patchbay/service/validation/read-value";
import { isRestricted } from "../access/allowed.ts";
import { emptyKey } from "../keys/empty-key.ts";
import { toUsdText } from "../money/decimal.ts";
import { createSecret } from "../keys/secret.ts";
import type { StoredBudget } from "../ports/keys.ts";
import type { OwnHandlers } from "./gateway-state.ts";
import { hasExpired } from "./key-record.ts";
import { save } from "./keys.ts";

const codeLifeMs = 10 * 60 * 1000;
/** Maximum length of a code, in characters. */
const longestCode = 64;

export const auth: OwnHandlers<"auth"> = {
  "auth.createCode": (input, { state, key }) => {
    const { callback_url: callback } = input;
    if (!isCallback(callback))
      throw new HttpError(400, `callback_url must be https, or localhost on any port; got ${callback}`);
    // The created key has the limits of the request, so a limited key could create one without limits.
    if (isRestricted(key.stored))
      throw new HttpError(403, "A key with limits cannot create an authorization code. Use a key without them");
    const id = `auth_code_${secureIds.text(32)}`;
    const limit = readLimit(input.limit, "/limit");
    const expires = readDateTime(input.expires_at, "/expires_at");
    const window = (input.usage_limit_type ?? "total") as StoredBudget["window"];
    const createdAt = state.now();
    state.authCodes.set(sha256Hex(id), {
      account: key.account,
      begunBy: key.hash,
      challenge: input.code_challenge ?? undefined,
      method: (input.code_challenge_method ?? "S256") as ChallengeMethod,
      label: input.key_label ?? "OAuth key",
      budgets: limit === null ? [] : [{ unit: "usd", limit: toUsdText(limit), window }],
      expiresAt: expires === null ? null : Date.parse(expires),
      createdAt,
    });
    return { body: { data: { id, app_id: 1, created_at: new Date(createdAt).toISOString() } } };
  },

  "auth.exchangeCode": async ({ code, code_verifier, code_challenge_method }, { state }) => {
    const hash = code.length > longestCode ? "" : sha256Hex(code);
    const login = state.authCodes.get(hash);
    if (!login || Math.abs(state.now() - login.createdAt) >= codeLifeMs) throw invalidCode();
    if (login.challenge !== undefined) {
      if (code_challenge_method && code_challenge_method !== login.method)
        throw new HttpError(400, `Invalid code_challenge_method: the code was created with ${login.method}`);
      if (!code_verifier)
        throw new HttpError(400, "code_verifier is missing: the code was created with a code_challenge");
      if ((await challengeOf(code_verifier, login.method)) !== login.challenge)
        throw new HttpError(403, "Invalid code_verifier: it does not match the code_challenge");
    }
    // A key that was disabled, deleted or limited in the meantime cannot create another key.
    const begunBy = state.keys.get(login.begunBy)?.stored;
    if (!begunBy || begunBy.disabled || hasExpired(begunBy, state.now()) || isRestricted(begunBy)) throw invalidCode();
    // Of several concurrent exchanges, only one can use the code (RFC 6749, section 4.1.2).
    if (!state.authCodes.delete(hash)) throw invalidCode();
    const secret = createSecret();
    const { account, label, budgets, expiresAt } = login;
    await save(
      {
        ...emptyKey(secret, state.now()),
        hash: state.fingerprint(secret),
        name: label,
        account,
        budgets,
        expiresAt,
      },
      state,
    );
    return { body: { key: secret, user_id: account } };
  },
};

function invalidCode(): HttpError {
  return new HttpError(
    403,
    "Invalid code: it is unknown, used or older than ten minutes, or the key that created it is disabled, deleted, limited or expired",
  );
}

function isCallback(text: string): boolean {
  const url = URL.parse(text);
  if (!url) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && ["localhost", "127.0.0.1"].includes(url.hostname));
}
