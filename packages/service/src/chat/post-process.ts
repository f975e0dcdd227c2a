import type { ChatCompletionRequest, PipelineStage } from "@patchbay/spec";
import { toUsd } from "@patchbay/engine/billing/money";
import type { Random } from "@patchbay/engine/data/random";
import { degraded } from "@patchbay/engine/health/provider-state";
import { heal, isHealed } from "../plugins/healing.ts";
import type { EndpointSelection } from "../ports/dispatcher.ts";
import type { ModelOutput } from "../upstreams/model-output.ts";
import type { ServerToolLoopResult } from "./server-tool-loop.ts";

/** Applies the provider's simulated state and the response plugins to an output. Returns the pipeline stages that ran. */
export function postProcess(
  { output: raw, steps, fees }: ServerToolLoopResult,
  input: ChatCompletionRequest,
  { providerState, random }: Pick<EndpointSelection, "providerState"> & { readonly random: Random },
): Processed | Promise<Processed> {
  const output = applyProviderState(raw, providerState, random);
  const stages: PipelineStage[] =
    steps > 0 ? [{ type: "server_tools", name: "server-tools", cost_usd: toUsd(fees), data: { steps } }] : [];
  return output.content !== undefined && isHealed(input)
    ? healOutput(output, output.content, stages)
    : { output, stages };
}

/** An output after its plugins ran, and the stages that ran. */
interface Processed {
  readonly output: ModelOutput;
  readonly stages: readonly PipelineStage[];
}

async function healOutput(output: ModelOutput, content: string, others: readonly PipelineStage[]): Promise<Processed> {
  const { text, repaired } = await heal(content);
  const stages: PipelineStage[] = [
    { type: "response_healing", name: "response-healing", data: { repaired } },
    ...others,
  ];
  return { output: repaired ? { ...output, content: text } : output, stages };
}

/** Applies the provider's simulated state: invalid tool calls, or an output that breaks off halfway. */
function applyProviderState(
  output: ModelOutput,
  providerState: EndpointSelection["providerState"],
  random: () => number,
): ModelOutput {
  if (providerState === "invalid_tool_calls") return corruptToolArguments(output);
  if (providerState === "degraded" && output.content && !output.error && random() < degraded.breaks)
    return {
      ...output,
      content: output.content.slice(0, Math.ceil(output.content.length / 2)),
      error: { status: 502, message: "Provider disconnected" },
    };
  return output;
}

function corruptToolArguments(output: ModelOutput): ModelOutput {
  if (!output.toolCalls) return output;
  return {
    ...output,
    toolCalls: output.toolCalls.map(({ name, arguments: given, ...call }) => {
      const text = typeof given === "string" ? given : JSON.stringify(given ?? {});
      return { ...call, name, arguments: text.slice(0, -1) };
    }),
  };
}
