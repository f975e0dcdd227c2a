// The one place from which adapters take the forms of the server: what they get, and what they produce.
export type { Part, ReportedUsage, ToolCallPart } from "../../mock-server/src/parts/part.ts";
export type {
  UnifiedRequest,
  UnifiedToolMessage,
  MarkedToolCall,
} from "../../mock-server/src/parts/unified-request.ts";
