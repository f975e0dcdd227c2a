// Streams whose events are not part of a completion, and errors that arrive together with a part of one.
import { ApiError, StreamError, type ChatCompletion } from "@patchbay/client";
import { describe, expect, test } from "vitest";
import { answer, eventsOf, head, piece, say, streamOf, usage } from "./chunks.ts";
import { against, caught, chat } from "./support.ts";

describe("a stream without an array of choices in any event is malformed, and its last event is kept as `body`", () => {
  test.each<[string, object]>([
    ["a status", { status: "failed", message: "no" }],
    ["a sentence", { detail: "Not Found" }],
    ["a head alone", head],
    ["usage alone", { ...head, usage }],
    ["choices of null", { ...head, choices: null }],
  ])("is malformed: %s", async (_, body) => {
    const error = (await caught(streamOf(body, "[DONE]").final())) as StreamError;
    expect(error).toBeInstanceOf(StreamError);
    expect(error).toMatchObject({ reason: "malformed", body });
  });

  test("a completion with an empty array of choices is valid", async () => {
    expect((await streamOf({ ...head, choices: [], usage }, "[DONE]").final()).usage).toEqual(usage);
  });
});

describe("a complete response in an event is validated like a non-streaming one", () => {
  test.each<[string, unknown]>([
    ["a message that is a number", { message: 5 }],
    ["a message that is null", { message: null }],
    ["calls that are an object", { message: { content: null, tool_calls: {} } }],
    ["a call that is a number", { message: { content: null, tool_calls: [5] } }],
    ["a call that is null", { message: { content: null, tool_calls: [null] } }],
  ])("is malformed: %s", async (_, choice) => {
    const error = (await caught(streamOf({ ...head, choices: [choice] }, "[DONE]").final())) as StreamError;
    expect(error).toBeInstanceOf(StreamError);
    expect(error.reason).toBe("malformed");
    expect(error.message).toContain("choices[0].message");
    expect(error.message).not.toContain("is not a function");
  });
});

describe("the part of a completion in the event of an error is in `partial`", () => {
  const failed = piece({ content: "half" }, { error: { code: 502, message: "gone" } });
  const ended = piece({ content: "half" }, { finish_reason: "error" });
  const whole = { ...head, choices: [{ message: { content: "half" }, finish_reason: "error" }], usage };

  test.each<[string, readonly object[], string]>([
    ["an error of a choice, as the first event", [failed], "half"],
    ["an error of a choice, later", [say("first "), failed], "first half"],
    [
      "an error next to the choices, later",
      [say("first "), { ...piece({ content: "half" }), error: "gone" }],
      "first half",
    ],
    ["the finish reason `error`, as the first event", [ended], "half"],
    ["the finish reason `error`, later", [say("first "), ended], "first half"],
    ["the finish reason `error` of a complete response", [whole], "half"],
  ])("is kept: %s", async (_, events, text) => {
    const error = (await caught(streamOf(...events, "[DONE]").final())) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    expect((error.partial as ChatCompletion).choices[0]?.message.content).toBe(text);
  });

  test("is kept also for a stream created with `stream: true`", async () => {
    const { client } = against([() => answer(eventsOf(failed, "[DONE]"))], { maxRetries: 0 });
    const error = (await caught(client.chat.completions.create({ ...chat, stream: true }))) as ApiError;
    expect((error.partial as ChatCompletion).choices[0]?.message.content).toBe("half");
  });

  test("a malformed part does not hide the error", async () => {
    const error = (await caught(streamOf({ error: "gone", choices: [5] }, "[DONE]").final())) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toContain("gone");
  });
});
