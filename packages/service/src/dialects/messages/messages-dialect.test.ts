import type {
  ChatMessage,
  ContentBlock,
  ContentBlockDelta,
  ContentPart,
  MessagesResponse,
  MessageStreamEvent,
} from "@patchbay/spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { OutputEnd, ResponseHead } from "../../parts/dialect.ts";
import { joinParts } from "../../parts/join-parts.ts";
import type { Part, ToolCallPart } from "../../parts/part.ts";
import { toMessagesCall } from "./messages-dialect.ts";
import { toArguments, toInput } from "./tool-input.ts";

const head: ResponseHead = {
  id: "gen-1-abc",
  created: 1,
  model: "anthropic/claude-sonnet-4.5",
  provider: "Anthropic",
  serviceTier: undefined,
  isByok: false,
};

const end: OutputEnd = {
  finishReason: "stop",
  nativeFinishReason: "end_turn",
  usage: {
    prompt_tokens: 100,
    completion_tokens: 20,
    total_tokens: 120,
    prompt_tokens_details: { cached_tokens: 30, cache_write_tokens: 50 },
    completion_tokens_details: { reasoning_tokens: 5 },
    cost: 0.01,
  },
  cacheWriteHourTokens: 20,
  metadata: undefined,
  error: undefined,
};

const call = toMessagesCall({ model: head.model, messages: [{ role: "user", content: "Hi" }] }, new Headers());

/** Adds up the events of a stream, as a client does. */
function addUp(events: readonly MessageStreamEvent[]): MessagesResponse {
  let message: MessagesResponse | undefined;
  const json = new Map<number, string>();
  const open = new Set<number>();
  const blocks = (): ContentBlock[] => message!.content;
  for (const event of events)
    switch (event.type) {
      case "message_start":
        message = structuredClone(event.message);
        break;
      case "content_block_start":
        expect(event.index).toBe(blocks().length);
        open.add(event.index);
        blocks().push(structuredClone(event.content_block));
        break;
      case "content_block_delta":
        if (event.delta.type === "input_json_delta")
          json.set(event.index, (json.get(event.index) ?? "") + event.delta.partial_json);
        else append(blocks()[event.index]!, event.delta);
        break;
      case "content_block_stop": {
        expect(open.delete(event.index)).toBe(true);
        break;
      }
      case "message_delta": {
        const { container: _, ...delta } = event.delta;
        Object.assign(message!, delta);
        Object.assign(message!.usage, event.usage);
        break;
      }
      default:
    }
  expect([...open]).toEqual([]);
  for (const [index, text] of json) (blocks()[index] as { input: unknown }).input = toInput(text);
  return message!;
}

function append(block: ContentBlock, delta: ContentBlockDelta): void {
  if (block.type === "text" && delta.type === "text_delta") block.text += delta.text;
  else if (block.type === "text" && delta.type === "citations_delta")
    block.citations = [...(block.citations ?? []), delta.citation];
  else if (block.type === "thinking" && delta.type === "thinking_delta") block.thinking += delta.thinking;
  else if (block.type === "thinking" && delta.type === "signature_delta") block.signature = delta.signature;
  else throw new Error(`${delta.type} does not fit ${block.type}`);
}

function stream(parts: readonly Part[], ended = end): MessageStreamEvent[] {
  const writer = call.createWriter(head);
  const texts = [...writer.start(), ...parts.flatMap((part) => writer.write(part)), ...writer.end(ended)];
  return texts.map((text) => {
    const [, type, data] = /^event: (\S+)\ndata: (.+)\n\n$/.exec(text)!;
    const event = JSON.parse(data!) as MessageStreamEvent;
    expect(event.type).toBe(type);
    return event;
  });
}

const piece = fc.string({ maxLength: 4 });
const textPart = piece.map((text): Part => ({ type: "text", text }));
const reasoning = fc
  .record({ text: piece, signature: fc.option(fc.constant("c2ln"), { nil: undefined }) })
  .map(({ text, signature }): Part => ({ type: "reasoning", text, ...(signature !== undefined && { signature }) }));
const details: fc.Arbitrary<Part> = fc.constantFrom<Part>(
  { type: "reasoning-details", details: [{ type: "reasoning.encrypted", data: "xyz" }] },
  { type: "reasoning-details", details: [{ type: "reasoning.text", text: "Hm.", signature: "c2ln" }] },
  { type: "reasoning-details", details: [{ type: "reasoning.summary", summary: "Short." }] },
  {
    type: "reasoning-details",
    details: [
      { type: "reasoning.server_tool_call", tool_name: "web_search", arguments: "{}", result: '{"results":[]}' },
    ],
  },
  { type: "images", urls: ["data:image/png;base64,AAAA"] },
  {
    type: "annotations",
    annotations: [
      { type: "url_citation", url_citation: { url: "https://a.example/", title: "A", start_index: 0, end_index: 1 } },
    ],
  },
);
/** Pieces of several tool calls, in any order. Some have arguments that are not valid JSON. */
const calls = fc
  .array(fc.constantFrom('{"a":1}', '{"b":[1,2]}', "", "{}", '{"a":'), { maxLength: 3 })
  .chain((texts) => {
    const pieces = texts.map((text) =>
      fc.array(fc.nat({ max: text.length }), { maxLength: 3 }).map((cuts) => split(text, cuts)),
    );
    return fc.tuple(...pieces).chain((split) => {
      const order = split.flatMap((list, index) => list.map(() => index));
      return fc.shuffledSubarray(order, { minLength: order.length }).map((turns) => interleave(split, turns));
    });
  });

function split(text: string, cuts: readonly number[]): string[] {
  const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
  return places.slice(1).map((to, index) => text.slice(places[index], to));
}

function interleave(pieces: readonly (readonly string[])[], turns: readonly number[]): Part[] {
  const next = pieces.map(() => 0);
  const names = new Set<number>();
  return turns.map((index): ToolCallPart => {
    const isFirst = !names.has(index);
    names.add(index);
    const text = pieces[index]![next[index]!++]!;
    return { type: "tool-call-delta", index, ...(isFirst && { id: `call_${index}`, name: "f" }), arguments: text };
  });
}

const output = fc
  .tuple(fc.array(fc.oneof(textPart, reasoning, details), { maxLength: 12 }), calls)
  .map(([parts, called]): Part[] => [...parts, ...called]);

test("the events of a stream add up to the complete response, however the output is split", () => {
  fc.assert(
    fc.property(output, (parts) => {
      const body = call.toBody(head, joinParts(parts), end);
      expect(addUp(stream(parts))).toEqual(body);
      expect(addUp(stream(joinParts(parts)))).toEqual(body);
    }),
    { numRuns: 500 },
  );
});

test("a tool call that is complete ends before the next block begins", () => {
  const parts: Part[] = [
    { type: "tool-call-delta", index: 0, id: "a", name: "f", arguments: '{"x":1}' },
    { type: "tool-call-delta", index: 1, id: "b", name: "g", arguments: "{}" },
  ];
  const places = stream(parts).map((event) => `${event.type} ${"index" in event ? String(event.index) : ""}`);
  expect(places.indexOf("content_block_stop 0")).toBeLessThan(places.indexOf("content_block_start 1"));
});

test("tokens of the prompt cache are counted apart from the other input tokens", () => {
  const { usage } = call.toBody(head, [], end);
  expect(usage).toMatchObject({
    input_tokens: 20,
    cache_read_input_tokens: 30,
    cache_creation_input_tokens: 50,
    cache_creation: { ephemeral_5m_input_tokens: 30, ephemeral_1h_input_tokens: 20 },
    output_tokens: 20,
    output_tokens_details: { thinking_tokens: 5 },
    cost: 0.01,
  });
});

test.each([
  ["stop", null, "end_turn"],
  ["length", "MAX_TOKENS", "max_tokens"],
  ["tool_calls", null, "tool_use"],
  ["content_filter", null, "refusal"],
  ["stop", "pause_turn", "pause_turn"],
  ["length", "model_context_window_exceeded", "model_context_window_exceeded"],
  ["", null, null],
  ["something_new", null, "something_new"],
])(
  "the finish reason %j with the native reason %j is the stop reason %j",
  (finishReason, nativeFinishReason, reason) => {
    const body = call.toBody(head, [], { ...end, finishReason, nativeFinishReason });
    expect(body.stop_reason).toBe(reason);
  },
);

test("arguments survive the way to an input and back, whether or not they are valid", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      const back = toArguments(toInput(text));
      expect(toInput(back)).toEqual(toInput(text));
    }),
  );
});

/** What a response says: its text, its reasoning with signatures, and its calls with canonical arguments. */
function meaningOf(parts: readonly Part[]): unknown {
  const pick = <T>(choose: (part: Part) => T[]): T[] => parts.flatMap(choose);
  return {
    text: pick((part) => (part.type === "text" || part.type === "refusal" ? [part.text] : [])).join(""),
    thoughts: pick((part) => {
      if (part.type === "reasoning")
        return part.text === "" && part.signature === undefined ? [] : [part.text, part.signature ?? ""];
      if (part.type !== "reasoning-details") return [];
      return part.details.flatMap((detail) => {
        if (detail.type === "reasoning.encrypted") return [detail.data];
        if (detail.type === "reasoning.summary") return [detail.summary, ""];
        return detail.type === "reasoning.text" ? [detail.text, detail.signature ?? ""] : [];
      });
    }),
    calls: pick((part) =>
      part.type === "tool-call-delta" ? [[part.id, part.name, toArguments(toInput(part.arguments ?? ""))]] : [],
    ),
  };
}

test("a response that is sent back has the same text, reasoning and tool calls", () => {
  fc.assert(
    fc.property(output, (parts) => {
      const joined = joinParts(parts).filter(({ type }) => type !== "images");
      const { content } = call.toBody(head, joined, end);
      const { request } = toMessagesCall({ model: "m", messages: [{ role: "assistant", content }] }, new Headers());
      const [message] = request.messages as [Extract<ChatMessage, { role: "assistant" }>];
      const text = typeof message.content === "string" ? message.content : (message.content ?? []).map(textOf).join("");
      expect({
        text,
        thoughts: (message.reasoning_details ?? []).flatMap((detail) => {
          if (detail.type === "reasoning.encrypted") return [detail.data];
          return detail.type === "reasoning.text" ? [detail.text, detail.signature ?? ""] : [];
        }),
        calls: (message.tool_calls ?? []).map(({ id, function: { name, arguments: text } }) => [id, name, text]),
      }).toEqual(meaningOf(joinThoughts(joined)));
    }),
    { numRuns: 300 },
  );
});

function textOf(part: ContentPart): string {
  return part.type === "text" ? part.text : "";
}

/** The parts without empty ones, which end no block. */
function joinThoughts(parts: readonly Part[]): Part[] {
  const isEmpty = (part: Part): boolean =>
    (part.type === "text" || part.type === "reasoning") &&
    part.text === "" &&
    !("signature" in part && part.signature !== undefined);
  return joinParts(parts.filter((part) => !isEmpty(part)));
}
