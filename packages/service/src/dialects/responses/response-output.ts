import type { Annotation, ReasoningDetail } from "@patchbay/spec";
import { hashText } from "@patchbay/engine/data/random";
import type { Part, ReasoningPart, ToolCallPart } from "../../parts/part.ts";
import { OpenCall } from "./open-call.ts";
import type { Emit, Item, OpenItem, OutputBuilder, OutputEvent, OutputStatus } from "./open-item.ts";
import { OpenMessage } from "./open-message.ts";
import { OpenReasoning } from "./open-reasoning.ts";
import { toServerToolItem } from "./server-tool-item.ts";
import type { ToolNames } from "./tool-names.ts";

/** How the items of an output are written. */
export interface OutputOptions {
  /** Id of the response. The ids of the items are derived from it. */
  readonly id: string;
  readonly names: ToolNames;
  /** Types of the server tools in the request. */
  readonly serverTools: readonly string[];
  /** Whether reasoning items contain `encrypted_content`. */
  readonly withEncrypted: boolean;
}

interface Entry {
  readonly open: OpenItem;
  ended: boolean;
}

/**
 * The output items of a response, and the events that add up to them. Items are done in their order. Reasoning is done when
 * something else follows, and a message when reasoning follows. Citations can come after the tool calls, and pieces of several
 * tool calls can alternate, so these are done at the end of the output.
 */
export class ResponseOutput implements OutputBuilder {
  readonly #options: OutputOptions;
  readonly #entries: Entry[] = [];
  readonly #calls = new Map<number, OpenCall>();
  /** The message or the reasoning that the next piece continues. */
  #current: Entry | undefined;
  /** The provider's id of the current reasoning. */
  #reasoningId: string | null | undefined;
  readonly #reasoningIds = new Set<string>();
  /** Number of items that are done. */
  #done = 0;
  #events: OutputEvent[] = [];

  constructor(options: OutputOptions) {
    this.#options = options;
  }

  get items(): readonly Item[] {
    return this.#entries.map(({ open }) => open.item);
  }

  write(part: Part): readonly OutputEvent[] {
    this.#events = [];
    switch (part.type) {
      case "text":
        this.#message().write("output_text", part.text);
        break;
      case "refusal":
        this.#message().write("refusal", part.text);
        break;
      case "reasoning":
        this.#writeReasoning(part);
        break;
      case "reasoning-details":
        for (const detail of part.details) this.#addDetail(detail);
        break;
      case "tool-call-delta":
        this.#call(part).write(part);
        break;
      case "images":
        for (const url of part.urls) this.#addImage(url);
        break;
      case "annotations":
        for (const annotation of part.annotations) this.#cite(annotation);
        break;
      default:
    }
    return this.#events;
  }

  /**
   * The last item of an output that is not complete is incomplete, too. After a failure that item is not done, so that no
   * client runs half of a tool call.
   */
  end(status: OutputStatus): readonly OutputEvent[] {
    this.#events = [];
    const last = this.#entries.at(-1);
    for (const entry of this.#entries) if (status !== "failed" || entry !== last) entry.ended = true;
    this.#finishEnded(status === "completed" ? undefined : last);
    if (status === "failed" && last && !last.ended) {
      this.#encrypt(last.open);
      last.open.item.status = "incomplete";
    }
    return this.#events;
  }

  /** Adds encrypted reasoning if the request asks for it, as providers do that return summaries. */
  #encrypt({ item }: OpenItem): void {
    if (item.type !== "reasoning") return;
    if (!this.#options.withEncrypted) delete item.encrypted_content;
    else if (isSummary(item.format as string | undefined))
      item.encrypted_content ??= btoa(`${item.id} ${hashText(JSON.stringify(item.summary))}`);
  }

  #message(): OpenMessage {
    const current = this.#current?.open;
    if (current instanceof OpenMessage) return current;
    const message = this.#add("msg", (id, emit) => new OpenMessage(id, emit));
    this.#current = this.#entries.at(-1);
    return message;
  }

  #reasoning(id?: string | null): OpenReasoning {
    const current = this.#current?.open;
    const isNamed = id != null && id === this.#reasoningId;
    const canJoin = id == null || this.#reasoningId == null;
    if (current instanceof OpenReasoning && (isNamed || (canJoin && !current.isSealed))) {
      this.#reasoningId ??= id;
      return current;
    }
    this.#endAll();
    const isNew = id != null && !this.#reasoningIds.has(id);
    if (isNew) this.#reasoningIds.add(id);
    const reasoning = this.#add("rs", (own, emit) => new OpenReasoning(isNew ? id : own, emit));
    this.#reasoningId = id;
    this.#current = this.#entries.at(-1);
    return reasoning;
  }

  #writeReasoning(part: ReasoningPart): void {
    this.#reasoning().write(isSummary(part.format) ? "summary" : "content", part.text, part);
  }

  #call(part: ToolCallPart): OpenCall {
    const known = this.#calls.get(part.index);
    if (known) return known;
    const tool = this.#options.names.find(part.name ?? "");
    const call = this.#add(tool.isCustom ? "ctc" : "fc", (id, emit) => {
      return new OpenCall(id, { tool, callId: part.id ?? `call_${id}`, emit });
    });
    this.#calls.set(part.index, call);
    return call;
  }

  #addDetail(detail: ReasoningDetail): void {
    switch (detail.type) {
      case "reasoning.text":
        this.#reasoning(detail.id).write("content", detail.text ?? "", detail);
        break;
      case "reasoning.summary":
        this.#reasoning(detail.id).summarize(detail.summary, detail);
        break;
      case "reasoning.encrypted":
        this.#reasoning(detail.id).encrypt(detail.data, detail);
        break;
      case "reasoning.server_tool_call": {
        this.#endAll();
        const { item, events } = toServerToolItem(this.#idOf("st"), detail, this.#options.serverTools);
        this.#addWhole(item, events);
        break;
      }
      default:
    }
  }

  #addImage(url: string): void {
    const result = url.replace(/^data:[^,]*,/, "");
    const item = { id: this.#idOf("ig"), type: "image_generation_call", status: "completed", result };
    const steps = ["in_progress", "generating", "completed"];
    this.#addWhole(
      item,
      steps.map((step) => `response.image_generation_call.${step}`),
    );
  }

  /** Adds a citation. Parsed files have no annotation in this format. */
  #cite(annotation: Annotation): void {
    if (annotation.type === "url_citation") this.#message().cite({ type: "url_citation", ...annotation.url_citation });
  }

  #idOf(kind: string): string {
    return `${kind}_${this.#options.id.replace(/^gen-/, "")}-${this.#entries.length}`;
  }

  /** Adds an item whose parts follow. It ends the reasoning before it. */
  #add<Open extends OpenItem>(kind: string, create: (id: string, emit: Emit) => Open): Open {
    if (this.#current?.open instanceof OpenReasoning) this.#endAll();
    const output_index = this.#entries.length;
    const emit: Emit = (type, fields) =>
      void this.#events.push({ type, item_id: open.item.id, output_index, ...fields });
    const open = create(this.#idOf(kind), emit);
    this.#entries.push({ open, ended: false });
    this.#events.push({ type: "response.output_item.added", output_index, item: structuredClone(open.item) });
    return open;
  }

  /** Adds an item that is complete at once. */
  #addWhole(item: Item, events: readonly string[]): void {
    const { id, type } = item;
    const open = { item: { id, type, status: "in_progress" }, end: () => undefined };
    this.#add("", (_, emit) => ({ ...open, begin: () => events.forEach((event) => emit(event)) })).begin();
    Object.assign(open.item, item);
    this.#entries.at(-1)!.ended = true;
    this.#finishEnded(undefined);
  }

  /** Ends the message or the reasoning, and what precedes it. Tool calls stay open. */
  #endAll(): void {
    if (this.#current) this.#current.ended = true;
    this.#current = undefined;
    this.#finishEnded(undefined);
  }

  /** Finishes the items that have ended, up to the first one that has not. */
  #finishEnded(incomplete: Entry | undefined): void {
    for (; this.#done < this.#entries.length; this.#done++) {
      const entry = this.#entries[this.#done]!;
      if (!entry.ended) return;
      const { open } = entry;
      open.end();
      this.#encrypt(open);
      if (open.item.status === "in_progress") open.item.status = entry === incomplete ? "incomplete" : "completed";
      this.#events.push({ type: "response.output_item.done", output_index: this.#done, item: open.item });
    }
  }
}

/** OpenAI, Azure and xAI return reasoning as a summary. */
function isSummary(format: string | undefined): boolean {
  return format?.endsWith("-responses-v1") ?? false;
}
