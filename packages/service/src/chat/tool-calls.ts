import type { ChatCompletionRequest } from "@patchbay/spec";
import type { TokenizedOutput } from "./tokenized-output.ts";
import { WorkBudget, WorkLimitError } from "@patchbay/engine/data/work-budget";
import { schemaEngine } from "../schema/load-schema-engine.ts";

/** Whether every call names an offered tool and has JSON arguments that match its schema, as far as that can be checked. */
export function matchesToolSchemas({ tools }: ChatCompletionRequest, { toolCalls }: TokenizedOutput): boolean {
  const functions = new Map(
    tools?.flatMap((tool) => (tool.type === "function" ? [[tool.function.name, tool.function] as const] : [])),
  );
  const budget = new WorkBudget();
  return toolCalls.every(({ call: { function: called } }) => {
    const tool = functions.get(called.name);
    if (!tool) return false;
    try {
      return schemaEngine().matches(tool.parameters ?? {}, JSON.parse(called.arguments), budget);
    } catch (error) {
      return error instanceof WorkLimitError;
    }
  });
}
