import type { Part } from "./part.ts";

/** Whether a part is output that a client sees. The first one commits a response to its endpoint. */
export function hasContent(part: Part): boolean {
  switch (part.type) {
    case "text":
    case "refusal":
      return part.text !== "";
    case "reasoning":
      return part.text !== "" || part.signature !== undefined;
    case "usage":
    case "response":
    case "finish":
    case "error":
      return false;
    case "annotations":
      return part.annotations.length > 0;
    case "images":
      return part.urls.length > 0;
    case "reasoning-details":
      return part.details.length > 0;
    default:
      return true;
  }
}
