import type { Target, WireRequest } from "../../adapter.ts";
import { withoutEmpty } from "../../fields/map-fields.ts";
import type { UnifiedRequest } from "../../unified.ts";
import { modelPath } from "../format/model-version.ts";
import { toConversation } from "./contents.ts";
import { toGeminiTools } from "./function-tools.ts";
import { toGenerationConfig } from "./generation-config.ts";

/** A chat completion as a call of `streamGenerateContent`. */
export function toGeminiRequest(request: UnifiedRequest, target: Target): WireRequest {
  const body = {
    ...withoutEmpty({
      ...toConversation(request.messages, target),
      ...toGeminiTools(request.tools, request.tool_choice),
      generationConfig: toGenerationConfig(request, target),
    }),
    ...target.extraBody,
  };
  return {
    method: "POST",
    path: `${modelPath(target.model)}:streamGenerateContent?alt=sse`,
    ...(target.headers && { headers: target.headers }),
    body: JSON.stringify(body),
    format: "sse",
  };
}
