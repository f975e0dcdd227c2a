import type { Target, WireRequest } from "../adapter.ts";
import { UnsupportedRequest } from "../failure.ts";
import { defined, toObject, type JsonObject } from "../fields/json-value.ts";
import { readMaxTokens } from "../fields/reasoning-request.ts";
import type { UnifiedRequest } from "../unified.ts";
import { limitMarks } from "./cache-marks.ts";
import { toPrompt, type Turn } from "./messages.ts";
import { readTraits } from "./model-traits.ts";
import { readOptions, versionOf, withoutSampling } from "./options.ts";
import { toOutputSchema } from "./output-schema.ts";
import { toThinking } from "./thinking.ts";
import { toTools } from "./tools.ts";

/** The request to `/messages`. Every response is streamed, whatever the caller wants. */
export function toMessagesRequest(request: UnifiedRequest, target: Target): WireRequest {
  const traits = readTraits(target.model);
  const version = versionOf(target);
  const { thinking: control } = readOptions(target);
  const isAdaptive = control === undefined ? traits.isAdaptive : control === "adaptive";
  const prompt = toPrompt(request.messages);
  checkTurns(prompt.turns, version);
  const maxTokens = Math.min(
    readMaxTokens(request) ?? target.maxTokens ?? traits.usualMaxTokens,
    target.maxTokens ?? Number.POSITIVE_INFINITY,
  );
  const betas = readBetas(target, prompt.turns);
  const { thinking, effort } = toThinking(request, { isAdaptive, maxTokens, turns: prompt.turns });
  const { tools = [], ...choice } = toTools(request, {
    isStrict: betas.some((beta) => beta.startsWith("structured-outputs")),
  });
  const { cache_control: mark } = request;
  const marked = limitMarks({ ...prompt, tools: tools as readonly JsonObject[] }, mark ? 1 : 0);
  const body = {
    model: target.model,
    max_tokens: maxTokens,
    ...(marked.tools.length > 0 && { tools: marked.tools, ...choice }),
    ...(marked.system.length > 0 && { system: marked.system }),
    messages: marked.turns,
    ...(traits.takesSampling && version < withoutSampling && toSampling(request, thinking)),
    ...defined({
      stop_sequences: toStops(request),
      thinking,
      output_config: toOutputConfig(request, effort),
      cache_control: mark,
      metadata: request.user ? { user_id: request.user } : undefined,
      service_tier: tiers[request.service_tier ?? ""],
    }),
    stream: true,
    ...target.extraBody,
  };
  return {
    method: "POST",
    path: "/messages",
    headers: { "anthropic-version": version, ...(betas.length > 0 && { "anthropic-beta": betas.join(",") }) },
    body: JSON.stringify(body),
    format: "sse",
  };
}

/** Service tiers that have an equal. */
const tiers: Readonly<Record<string, string | undefined>> = {
  auto: "auto",
  priority: "auto",
  default: "standard_only",
};

function checkTurns(turns: readonly Turn[], version: string): void {
  if (version < withoutSampling) return;
  for (const { role, content } of turns)
    if (role === "assistant" && content.some(({ type }) => type === "document"))
      throw new UnsupportedRequest(`Version ${version} of Anthropic's API takes no document in an assistant message.`);
}

/** The beta features of the caller's headers, and those that the request needs. */
function readBetas({ headers }: Target, turns: readonly Turn[]): string[] {
  const named = `${headers?.["anthropic-beta"] ?? ""},${headers?.["x-anthropic-beta"] ?? ""}`;
  const hasFile = turns.some(({ content }) => content.some(({ source }) => toObject(source).type === "file"));
  const all = [...named.split(",").map((beta) => beta.trim()), hasFile ? "files-api-2025-04-14" : ""];
  return [...new Set(all)].filter((beta) => beta !== "");
}

/** Sampling. Thinking takes none, and models take the temperature or `top_p`, from 0 to 1. */
function toSampling({ temperature, top_p, top_k }: UnifiedRequest, thinking: JsonObject | undefined): JsonObject {
  if (thinking && thinking.type !== "disabled") return {};
  const hasTemperature = typeof temperature === "number";
  return defined({
    temperature: hasTemperature ? Math.min(temperature, 1) : undefined,
    top_p: hasTemperature ? undefined : top_p,
    top_k: typeof top_k === "number" && top_k > 0 ? top_k : undefined,
  });
}

/** Stop sequences. Those of white space alone are rejected. */
function toStops({ stop }: UnifiedRequest): string[] | undefined {
  const stops = (typeof stop === "string" ? [stop] : (stop ?? [])).filter((sequence) => sequence.trim() !== "");
  return stops.length > 0 ? stops : undefined;
}

/** `json_object` has no equal: as with other parameters that an endpoint does not have, it is left out. */
function toOutputConfig(
  { response_format: format }: UnifiedRequest,
  effort: string | undefined,
): JsonObject | undefined {
  const schema = format?.type === "json_schema" ? format.json_schema.schema : undefined;
  if (!schema && effort === undefined) return undefined;
  return {
    ...(effort !== undefined && { effort }),
    ...(schema && { format: { type: "json_schema", schema: toOutputSchema(schema) } }),
  };
}
