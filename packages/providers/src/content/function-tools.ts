import type { ChatTool } from "@patchbay/spec";
import type { JsonObject } from "../fields/json-value.ts";

/** The function tools of a request in OpenAI's form, without fields of this API. The service runs the other tools itself. */
export function toFunctionTools(tools: readonly ChatTool[] | null | undefined): JsonObject[] {
  return (tools ?? []).flatMap((tool) => {
    if (tool.type !== "function") return [];
    const { name, description, parameters } = tool.function;
    return [
      {
        type: "function",
        function: {
          name,
          ...(typeof description === "string" && { description }),
          parameters: parameters ?? { type: "object", properties: {} },
        },
      },
    ];
  });
}
