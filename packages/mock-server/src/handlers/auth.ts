import { accountOf, addKey, newSecret } from "../auth.ts";
import { toLimit, type Reset } from "../engine/key.ts";
import { challengeOf, sha256, type ChallengeMethod } from "../engine/pkce.ts";
import type { HandlersOf } from "../handler.ts";
import { Refusal } from "../refusal.ts";

const codeLifeMs = 10 * 60 * 1000;

export const auth: HandlersOf<"auth"> = {
  "auth.createCode": (input, { world, key }) => {
    const { callback_url: callback } = input;
    if (!isCallback(callback))
      throw new Refusal(400, `callback_url must be https, or localhost on any port; it is ${callback}`);
    const id = `auth_code_${world.ids.text(24)}`;
    const createdAt = world.now();
    world.codes.set(id, {
      account: accountOf(world, key.account),
      challenge: input.code_challenge ?? undefined,
      method: (input.code_challenge_method ?? "S256") as ChallengeMethod,
      label: input.key_label ?? "OAuth key",
      limit: toLimit(input.limit),
      reset: (input.usage_limit_type ?? null) as Reset,
      expiresAt: input.expires_at ?? null,
      createdAt,
    });
    return { body: { data: { id, app_id: 1, created_at: new Date(createdAt).toISOString() } } };
  },

  "auth.exchangeCode": async ({ code, code_verifier, code_challenge_method }, { world }) => {
    const request = world.codes.get(code);
    if (!request || request.createdAt + codeLifeMs < world.now())
      throw new Refusal(403, "Invalid code: it is unknown, used or older than ten minutes");
    if (request.challenge !== undefined) {
      if (code_challenge_method && code_challenge_method !== request.method)
        throw new Refusal(400, `Invalid code_challenge_method: the login began with ${request.method}`);
      if (!code_verifier) throw new Refusal(400, "code_verifier is missing: the login began with a code_challenge");
      if ((await challengeOf(code_verifier, request.method)) !== request.challenge)
        throw new Refusal(403, "Invalid code_verifier: it does not belong to the code_challenge of the login");
    }
    world.codes.delete(code);
    const secret = newSecret(world);
    addKey(world, {
      secret,
      hash: await sha256(secret),
      name: request.label,
      account: request.account.name,
      limit: request.limit,
      limitReset: request.reset,
      expiresAt: request.expiresAt,
    });
    return { body: { key: secret, user_id: "user_reference" } };
  },
};

function isCallback(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1"].includes(hostname));
}
