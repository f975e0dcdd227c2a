import type { ChatCompletion, ChatStreamEvent } from "@patchbay/client";
import { load } from "../async/load.ts";
import type { PartialJson } from "../output/partial-json.ts";
import type { RunEvent } from "../report/events.ts";
import type { ModelCall } from "./model-call.ts";

const partialJson = () => import("../output/partial-json.ts");

/** Parses the JSON of a stream that begins with this text. */
export async function toPartialJson(prefix = ""): Promise<PartialJson> {
  const { PartialJson } = await load(partialJson);
  const partial = new PartialJson();
  partial.push(prefix);
  return partial;
}

/** Converts stream events to run events. */
export class EventMapper {
  completion: ChatCompletion | undefined;
  readonly #call: Pick<ModelCall, "path" | "prefix" | "request">;
  readonly #onContent: () => void;
  readonly #withoutBlank: (text: string) => string;
  #text: string;
  readonly #partial: PartialJson | undefined;

  constructor(
    call: Pick<ModelCall, "path" | "prefix" | "request">,
    partial: PartialJson | undefined,
    onContent: () => void,
  ) {
    const { prefix = "" } = call;
    this.#call = call;
    this.#partial = partial;
    this.#onContent = onContent;
    this.#withoutBlank = seamAfter(prefix);
    this.#text = prefix;
  }

  take(event: ChatStreamEvent): readonly RunEvent[] {
    if (event.type === "done") return this.#end(event.completion);
    // Of several choices, only the first one is used.
    if ("index" in event && event.index > 0 && Number(this.#call.request.n ?? 1) > 1) return none;
    const events = this.#toEvents(event);
    if (events) this.#onContent();
    return events ?? none;
  }

  #end(completion: ChatCompletion): readonly RunEvent[] {
    this.completion = this.#joined(completion);
    const output = this.#partial?.last();
    return output === undefined ? none : [{ type: "partial-output", output, path: this.#call.path }];
  }

  /** The events of a part of the completion; `undefined` for other events. */
  #toEvents(event: ChatStreamEvent): readonly RunEvent[] | undefined {
    const { path } = this.#call;
    switch (event.type) {
      case "text-delta":
        return this.#takeText(this.#withoutBlank(event.text));
      case "reasoning-delta":
        return event.text ? [{ type: "reasoning-delta", text: event.text, path }] : none;
      case "tool-call-delta":
        return [{ type: "tool-call-delta", call: event.call, name: event.name, text: event.arguments, path }];
      case "refusal-delta":
        return [{ type: "refusal-delta", text: event.text, path }];
      case "image":
        return [{ type: "image", image: event.image, path }];
      case "audio-delta":
        return [{ type: "audio-delta", audio: event.audio, path }];
      default:
        return undefined;
    }
  }

  #takeText(text: string): readonly RunEvent[] {
    const { path } = this.#call;
    if (text === "") return none;
    this.#text += text;
    this.#partial?.push(text);
    const event = { type: "text-delta", text, path } as const;
    const output = this.#partial?.next();
    return output === undefined ? [event] : [event, { type: "partial-output", output, path }];
  }

  /** Prepends the text that another model generated. */
  #joined(completion: ChatCompletion): ChatCompletion {
    const [choice, ...others] = completion.choices;
    if (!this.#call.prefix || !choice) return completion;
    return { ...completion, choices: [{ ...choice, message: { ...choice.message, content: this.#text } }, ...others] };
  }
}

const none: readonly RunEvent[] = [];

/**
 * Removes the white space between a prefix and its continuation if the continuation repeats it. It was shown already
 * but not sent.
 */
function seamAfter(prefix: string): (text: string) => string {
  let blank = prefix.slice(prefix.trimEnd().length);
  return (text) => {
    let same = 0;
    while (same < blank.length && text[same] === blank[same]) same++;
    blank = same === text.length ? blank.slice(same) : "";
    return text.slice(same);
  };
}
