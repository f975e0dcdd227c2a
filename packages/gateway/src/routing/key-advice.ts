import type { Candidate } from "@patchbay/engine/routing/routing";
import type { ProviderFailureFacts } from "@patchbay/providers";
import { HttpError } from "@patchbay/service/http/http-error";

/** Adds to the error of a provider that rejected its API key who has to replace it. Other errors stay unchanged. */
export function withKeyAdvice(
  error: HttpError,
  { endpoint: { provider }, byok }: Candidate,
  facts: ProviderFailureFacts | undefined,
): HttpError {
  if (facts?.fault !== "key") return error;
  const advice = byok
    ? `Replace your own key of ${provider.name}, or add credit there.`
    : `The operator of the gateway has to replace the key of the provider ${provider.name} (\`providers.${provider.slug}\`), or add credit there.`;
  return new HttpError(error.status, `${error.message} ${advice}`, error.details);
}
