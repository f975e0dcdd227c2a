import type { ToolCallPart } from "../../parts/part.ts";
import type { Emit, Item, OpenItem } from "./open-item.ts";
import { readCustomInput, type DeclaredTool } from "./tool-names.ts";

/** A call of a function or of a custom tool. */
export class OpenCall implements OpenItem {
  readonly item: Item;
  readonly #emit: Emit;
  readonly #isCustom: boolean;
  #text = "";

  constructor(id: string, { tool, callId, emit }: { tool: DeclaredTool; callId: string; emit: Emit }) {
    const { name, namespace, isCustom } = tool;
    this.#emit = emit;
    this.#isCustom = isCustom;
    this.item = {
      id,
      type: isCustom ? "custom_tool_call" : "function_call",
      status: "in_progress",
      call_id: callId,
      name,
      ...(namespace !== undefined && { namespace }),
      ...(isCustom ? { input: "" } : { arguments: "" }),
    };
  }

  /** Adds a piece of the arguments. The input of a custom tool is known when its arguments are complete. */
  write({ arguments: delta = "" }: ToolCallPart): void {
    if (delta === "") return;
    this.#text += delta;
    if (this.#isCustom) return;
    this.item.arguments = this.#text;
    this.#emit("response.function_call_arguments.delta", { delta });
  }

  end(): void {
    const { name } = this.item;
    if (!this.#isCustom) {
      this.#emit("response.function_call_arguments.done", { name, arguments: this.#text });
      return;
    }
    const input = readCustomInput(this.#text);
    this.item.input = input;
    if (input !== "") this.#emit("response.custom_tool_call_input.delta", { delta: input });
    this.#emit("response.custom_tool_call_input.done", { input });
  }
}
