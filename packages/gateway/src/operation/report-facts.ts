import type { RequestReport } from "../pipeline/request-report.ts";

/** The id of the model that served or was tried, from the catalog. Undefined if none was chosen. */
export function modelOf({ event, attempts, plan }: RequestReport): string | undefined {
  return event?.model ?? (attempts?.at(-1)?.candidate ?? plan?.candidates[0])?.model.id;
}

/** The slug of the provider that served the request, else of the last one that was tried. */
export function providerOf({ event, attempts }: RequestReport): string | undefined {
  return event?.provider ?? attempts?.at(-1)?.candidate.endpoint.provider.slug;
}
