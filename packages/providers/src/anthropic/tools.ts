import type { ChatTool } from "@patchbay/spec";
import type { JsonObject } from "../fields/json-value.ts";
import { toObject } from "../fields/json-value.ts";
import type { UnifiedRequest } from "../unified.ts";

/** The function tools of a request and how they are chosen. The service runs the other tools itself. */
export function toTools(request: UnifiedRequest, { isStrict }: { isStrict: boolean }): JsonObject {
  const tools = (request.tools ?? []).flatMap((tool) => toTool(tool, isStrict));
  if (tools.length === 0) return {};
  const choice = toChoice(request);
  return { tools, ...(choice && { tool_choice: choice }) };
}

function toTool(tool: ChatTool, isStrict: boolean): JsonObject[] {
  if (tool.type !== "function") return [];
  const { name, description, parameters, strict } = tool.function;
  const { cache_control: mark, defer_loading: isDeferred } = tool as unknown as JsonObject;
  const schema = parameters ?? { properties: {} };
  return [
    {
      name,
      ...(typeof description === "string" && description !== "" && { description }),
      // The order of the keys stays, since the provider's prompt cache depends on it.
      input_schema: "type" in schema ? schema : { type: "object", ...schema },
      ...(strict === true && isStrict && { strict }),
      ...(isDeferred === true && { defer_loading: true }),
      ...(mark ? { cache_control: mark } : {}),
    },
  ];
}

/** Tool choices that have an equal. */
const choices: Readonly<Record<string, string>> = { auto: "auto", none: "none", required: "any" };

function toChoice({ tool_choice: choice, parallel_tool_calls: parallel }: UnifiedRequest): JsonObject | undefined {
  const isSerial = parallel === false;
  const type = typeof choice === "string" && Object.hasOwn(choices, choice) ? choices[choice] : undefined;
  const name = toObject(toObject(choice).function).name;
  const own = typeof name === "string" ? { type: "tool", name } : { type: type ?? "auto" };
  if (type === undefined && typeof name !== "string" && !isSerial) return undefined;
  return { ...own, ...(isSerial && own.type !== "none" && { disable_parallel_tool_use: true }) };
}
