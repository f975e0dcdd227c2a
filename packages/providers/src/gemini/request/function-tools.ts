import type { ChatTool, FunctionTool, ToolChoice } from "@patchbay/spec";
import { isObject, type JsonObject } from "../../fields/json-value.ts";
import { toOpenApiSchema, type OpenApiSchema } from "../../schema/openapi-schema.ts";

/** The tools and how the model uses them. */
export interface GeminiTools {
  readonly tools?: readonly JsonObject[];
  readonly toolConfig?: JsonObject;
}

/** The function tools of a request as declarations. The service runs the other tools itself. */
export function toGeminiTools(
  tools: readonly ChatTool[] | null | undefined,
  choice: ToolChoice | null | undefined,
): GeminiTools {
  const functions = (tools ?? []).filter(
    (tool): tool is { type: "function" } & FunctionTool => tool.type === "function",
  );
  if (functions.length === 0) return {};
  const config = toCallingConfig(choice);
  return {
    tools: [{ functionDeclarations: functions.map(toDeclaration) }],
    ...(config && { toolConfig: { functionCallingConfig: config } }),
  };
}

function toDeclaration({ function: { name, description, parameters } }: FunctionTool): JsonObject {
  const schema = isObject(parameters) ? toParameters(parameters) : undefined;
  return {
    name,
    ...(typeof description === "string" && { description }),
    ...(schema && { parameters: schema }),
  };
}

/** The schema of the arguments. Gemini refuses an object without properties here, and needs none for a call without arguments. */
function toParameters(parameters: JsonObject): OpenApiSchema | undefined {
  const schema = toOpenApiSchema({ type: "object", ...parameters });
  return schema.type === "object" && schema.properties === undefined ? undefined : schema;
}

const modes: Readonly<Record<string, string>> = { auto: "AUTO", required: "ANY", none: "NONE" };

function toCallingConfig(choice: ToolChoice | null | undefined): JsonObject | undefined {
  if (choice === undefined || choice === null) return undefined;
  if (typeof choice === "string") return Object.hasOwn(modes, choice) ? { mode: modes[choice] } : undefined;
  const name = choice.function?.name;
  return name === undefined ? undefined : { mode: "ANY", allowedFunctionNames: [name] };
}
