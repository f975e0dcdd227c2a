import type { PartDecoder, WireEvent } from "../adapter.ts";
import { toErrorPart } from "../failures/error-part.ts";
import { readInnerError } from "../failures/read-error-body.ts";
import { malformed, truncated } from "../failures/response-failures.ts";
import { isObject, parseJson, toObject, toObjects, toText, type JsonObject } from "../fields/json-value.ts";
import type { ProviderPart } from "../unified.ts";
import { readContent, readExtras } from "./content.ts";
import { toFinishReason } from "./finish-reason.ts";
import { ReasoningReader } from "./reasoning-reader.ts";
import { TextTemplate } from "./text-template.ts";
import { ToolCallReader } from "./tool-calls.ts";
import { readUsage } from "./usage.ts";

/** Decodes the chunks of a chat completion. A whole chat completion, of a server that does not stream, is decoded as one chunk. */
export class ChatDecoder implements PartDecoder {
  readonly #calls = new ToolCallReader(() => this.#id ?? "0");
  readonly #reasoning = new ReasoningReader();
  readonly #template = new TextTemplate();
  #id: string | undefined;
  #hasResponse = false;
  #hasOutput = false;
  #reason: string | undefined;
  #native: string | undefined;
  #state: "open" | "finished" | "failed" = "open";

  push({ event, data }: WireEvent): readonly ProviderPart[] {
    if (this.#state !== "open") return [];
    if (data.length < longestMark && data.trim() === "[DONE]") return this.#finish();
    const text = this.#readTemplate(event, data);
    if (text !== undefined) return text === "" ? [] : [{ type: "text", text }];
    const chunk = parseJson(data);
    if (!isObject(chunk)) return this.#fail(toErrorPart(malformed("an event that is not a JSON object", data)));
    const failure = readFailure(event, chunk);
    if (failure) return this.#fail(failure);
    const parts = [...this.#readResponse(chunk), ...this.#readChoice(chunk), ...readUsageOf(chunk)];
    const [first] = parts;
    if (parts.length === 1 && first!.type === "text" && event === undefined && this.#native === undefined)
      this.#template.learn(data, first.text, contentOf);
    return parts;
  }

  end(): readonly ProviderPart[] {
    if (this.#state !== "open") return [];
    return this.#native === undefined ? this.#fail(toErrorPart(truncated())) : this.#finish();
  }

  isComplete(): boolean {
    return this.#state === "open" && this.#native !== undefined;
  }

  /** The content of a chunk that is as earlier ones. Open details of reasoning end with it, which the other way does. */
  #readTemplate(event: string | undefined, data: string): string | undefined {
    if (event !== undefined || this.#native !== undefined || this.#reasoning.isOpen) return undefined;
    return this.#template.read(data);
  }

  #readResponse(chunk: JsonObject): ProviderPart[] {
    if (this.#hasResponse) return [];
    const id = toText(chunk.id);
    const model = toText(chunk.model);
    if (id === undefined && model === undefined) return [];
    this.#hasResponse = true;
    this.#id = id;
    return [{ type: "response", ...(id !== undefined && { id }), ...(model !== undefined && { model }) }];
  }

  /** Only the first choice is read, and nothing that follows its finish. */
  #readChoice(chunk: JsonObject): ProviderPart[] {
    if (this.#native !== undefined) return [];
    const choice = firstChoice(chunk);
    if (!choice) return [];
    const parts = this.#readDelta(toObject(choice.delta ?? choice.message));
    if (parts.length > 0) this.#hasOutput = true;
    const reason = toText(choice.finish_reason);
    if (reason === undefined) return parts;
    this.#reason = reason;
    this.#native = toText(choice.native_finish_reason) ?? reason;
    return parts;
  }

  #readDelta(delta: JsonObject): ProviderPart[] {
    const reasoning = this.#reasoning.read(delta);
    const content = readContent(delta.content);
    const refusal = toText(delta.refusal);
    const calls = toObjects(delta.tool_calls)
      .map((piece) => this.#calls.read(piece))
      .filter((part) => part !== undefined);
    const rest: ProviderPart[] = [
      ...content,
      ...(refusal === undefined ? [] : [{ type: "refusal", text: refusal } as const]),
      ...calls,
      ...readExtras(delta),
    ];
    return rest.length === 0 ? reasoning : [...reasoning, ...this.#reasoning.flush(), ...rest];
  }

  /** `[DONE]` ends the output, also of servers that send no finish reason. */
  #finish(): ProviderPart[] {
    this.#state = "finished";
    const native = this.#native ?? (this.#hasOutput ? "stop" : "");
    const reason = toFinishReason(this.#reason ?? native, this.#calls.count > 0);
    return [...this.#reasoning.flush(), { type: "finish", reason, nativeReason: native }];
  }

  #fail(part: ProviderPart): ProviderPart[] {
    this.#state = "failed";
    return [part];
  }
}

/** Longer data of an event is not the mark of the end, whatever white space is around it. In characters. */
const longestMark = 64;

function firstChoice(chunk: JsonObject): JsonObject | undefined {
  return toObjects(chunk.choices).find(({ index }) => index === undefined || index === null || index === 0);
}

function contentOf(chunk: unknown): unknown {
  const choice = firstChoice(toObject(chunk));
  return choice && toObject(choice.delta).content;
}

/** The failure of a chunk: `error` in the chunk or in its choice, or an event of that name. */
function readFailure(event: string | undefined, chunk: JsonObject): ProviderPart | undefined {
  const choice = toObject(toObjects(chunk.choices)[0]);
  const error = chunk.error ?? choice.error ?? (event === "error" || chunk.object === "error" ? chunk : undefined);
  if (error === undefined || error === null || error === false) return undefined;
  return toErrorPart(readInnerError({ error }));
}

/** Usage stands in the last chunk, in every chunk, in the choice (Moonshot) or in `x_groq`. `null` is ignored. */
function readUsageOf(chunk: JsonObject): ProviderPart[] {
  const choice = toObject(toObjects(chunk.choices)[0]);
  const usage = readUsage(chunk.usage) ?? readUsage(choice.usage) ?? readUsage(toObject(chunk.x_groq).usage);
  return usage ? [{ type: "usage", usage }] : [];
}
