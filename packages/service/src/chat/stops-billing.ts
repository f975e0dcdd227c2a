import type { Candidate } from "@patchbay/engine/routing/routing";

/** Providers that stop generating and billing when the client cancels a stream. The others bill the whole output. */
const stopping = new Set(
  "openai azure anthropic fireworks deepinfra together cohere xai cloudflare deepseek novita parasail nebius moonshotai z-ai chutes sambanova cerebras alibaba".split(
    " ",
  ),
);

/** Whether the provider of an endpoint stops billing when the client cancels a stream. */
export function stopsBilling({ endpoint }: Candidate): boolean {
  return stopping.has(endpoint.provider.slug);
}
