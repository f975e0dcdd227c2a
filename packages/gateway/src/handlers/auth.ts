import { challengeOf, type ChallengeMethod } from "@patchbay/engine/data/pkce";
import { sha256Hex } from "@patchbay/engine/data/sha256";
import { HttpError } from "@patchbay/service/http/http-error";
import { secureIds } from "@patchbay/service/state/secure-ids";
import { readDateTime, readLimit } from "@patchbay/service/validation/read-value";
import { isRestricted } from "../access/allowed.ts";
import { emptyKey } from "../keys/empty-key.ts";
import { toAmountText } from "../access/amount-text.ts";
import { createSecret } from "../keys/secret.ts";
import type { StoredBudget } from "../ports/keys.ts";
import type { OwnHandlers } from "./gateway-state.ts";
import { hasExpired } from "./key-record.ts";
import { save } from "./keys.ts";

const codeLifeMs = 10 * 60 * 1000;
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
