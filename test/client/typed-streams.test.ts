// What the streams of the Responses API and of the Messages API share: how they are read, how they end, how they fail.
import {
  ApiError,
  ConnectionError,
  getResponseInfo,
  MessageStream,
  Patchbay,
  ResponseStream,
  StreamError,
  TimeoutError,
} from "@patchbay/client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer, inReads } from "./chunks.ts";
import { against, caught } from "./support.ts";
import { bodyOf, framesOf, streamTyped, typedApis, type TypedApi } from "./typed-events.ts";

/** Events without undefined fields, as JSON has them. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
const read = async (stream: AsyncIterable<unknown>): Promise<unknown[]> => Array.fromAsync(stream);

describe.each(typedApis)("a stream of the $name API", (api: TypedApi) => {
  const stream = (body: BodyInit, options?: object, callOptions?: object): ResponseStream | MessageStream =>
    streamTyped(api, body, options, callOptions);
  const classOf = (api.name === "responses" ? ResponseStream : MessageStream) as typeof ResponseStream;

  test("has every event, also unknown ones, and the same result as without streaming", async () => {
    const events = stream(bodyOf(api));
    expect(events).toBeInstanceOf(classOf);
    expect(await read(events)).toEqual(plain(api.events));
    expect(await events.final()).toEqual(api.whole);
  });

  test("has the same output before its last event as after it, so that what arrives is accumulated without loss", async () => {
    const events = stream(bodyOf(api));
    let outputs: unknown[] = [];
    for await (const _ of events) outputs = [...outputs.slice(-1), api.outputOf(events.partial)];
    expect(outputs).toEqual([api.outputOf(api.whole), api.outputOf(api.whole)]);
  });

  test("has a partial result that does not change afterward", async () => {
    const events = stream(bodyOf(api));
    const partials: (readonly [unknown, string])[] = [];
    for await (const _ of events) partials.push([events.partial, JSON.stringify(events.partial)]);
    for (const [partial, text] of partials) expect(JSON.stringify(partial)).toBe(text);
  });

  test("has its text without split characters", async () => {
    const pieces = await read(stream(bodyOf(api)).textStream());
    expect(pieces.join("")).toBe(api.text);
    for (const piece of pieces as string[]) expect(piece.isWellFormed()).toBe(true);
  });

  test("is the same however its bytes are split, with each line ending", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), fc.constantFrom("\n", "\r\n", "\r"), async (size, end) => {
        const events = stream(inReads(bodyOf(api, end), size));
        expect(await read(events)).toEqual(plain(api.events));
        expect(await events.final()).toEqual(api.whole);
      }),
      { numRuns: 30 },
    );
  });

  test("is the same without event names, without types in the data, with comments and with keep-alive events", async () => {
    const nameless = api.events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
    const typeless = api.events
      .map(({ type, ...event }) => `event: ${String(type)}\ndata: ${JSON.stringify(event)}\n\n`)
      .join("");
    const noisy = api.events
      .map((event) => `: OPENROUTER PROCESSING\n\nevent: ping\ndata: {"type":"ping"}\n\n${framesOf([event])}`)
      .join('event: keepalive\ndata: {"type":"keepalive","sequence_number":3}\n\n');
    for (const body of [nameless, typeless, noisy]) {
      const events = stream(body);
      expect(await read(events)).toEqual(plain(api.events));
      expect(await events.final()).toEqual(api.whole);
    }
  });

  test("ends with its last event, although the connection stays open", async () => {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(framesOf(api.events))),
    });
    expect(await stream(body).final()).toEqual(api.whole);
  });

  test.each(api.events.slice(0, -1).map((_, index) => index))(
    "that ends after event %i is truncated, and the error has what arrived",
    async (index) => {
      const sent = api.events.slice(0, index + 1);
      for (const end of ["", api.done === undefined ? "" : `data: ${api.done}\n\n`, `event: x\ndata: {"type":"resp`]) {
        const events = stream(framesOf(sent) + end);
        const error = await caught(events.final());
        expect(error).toBeInstanceOf(StreamError);
        expect(error).toMatchObject({ reason: "truncated" });
        expect((error as StreamError).partial).toEqual(events.partial);
        expect(api.outputOf(events.partial)).toBeInstanceOf(Array);
      }
    },
  );

  test("of events without a type is malformed", async () => {
    const error = await caught(stream('data: {"answer":42}\n\ndata: [DONE]\n\n').final());
    expect(error).toMatchObject({ name: "StreamError", reason: "malformed", body: { answer: 42 } });
  });

  test("that was not streamed becomes a stream", async () => {
    const { client } = against([() => Response.json(api.whole)], { maxRetries: 0 });
    const open = (): ResponseStream | MessageStream =>
      api.name === "responses"
        ? client.responses.stream({ model: "m", input: "hi" })
        : client.messages.stream({ model: "m", max_tokens: 1, messages: [] });
    expect(await open().final()).toEqual(api.whole);
    expect((await read(open().textStream())).join("")).toBe(api.text);
  });

  describe("with an error event", () => {
    const positions = [0, 1, 4, api.events.length - 1];
    const other = [{ error: { code: 429, message: "Slow down" } }, { status: 429, code: "rate_limited" }] as const;
    const cases = [...api.errors, other].flatMap(([event, facts]) =>
      positions.map((position) => [JSON.stringify(event).slice(0, 60), position, event, facts] as const),
    );
    test.each(cases)("%s at position %i throws it, with what arrived", async (_, position, event, facts) => {
      const body = `${framesOf(api.events.slice(0, position))}${"type" in event ? framesOf([event]) : `data: ${JSON.stringify(event)}\n\n`}`;
      const events = stream(body);
      const received: unknown[] = [];
      const error = await caught(
        (async () => {
          for await (const one of events) received.push(one);
        })(),
      );
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ ...facts, attempts: 1 });
      expect(received).toHaveLength(position);
      if (position > 0) expect((error as ApiError).partial).toMatchObject({ id: "gen-1" });
      await expect(events.final()).rejects.toBe(error);
    });

    test("in place of the first event is retried like an error response", async () => {
      const [[failed]] = api.errors.filter(([, { status }]) => status === 429) as [[object, object]];
      const { client, requests } = against([() => answer(framesOf([failed as never])), () => answer(bodyOf(api))]);
      const result =
        api.name === "responses"
          ? client.responses.stream({ model: "m", input: "hi" })
          : client.messages.stream({ model: "m", max_tokens: 1, messages: [] });
      expect(await result.final()).toEqual(api.whole);
      expect(requests).toHaveLength(2);
      expect(getResponseInfo(result)?.attempts).toBe(2);
      const keys = requests.map((request) => request.headers.get("idempotency-key"));
      expect(keys[0]).toBe(keys[1]);
    });
  });

  test("has the timeouts and the signal of a chat", async () => {
    const body = (): ReadableStream<Uint8Array<ArrayBuffer>> =>
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(framesOf(api.events.slice(0, 10)))),
      });
    const idle = await caught(stream(body(), {}, { idleTimeout: 20 }).final());
    expect(idle).toBeInstanceOf(TimeoutError);
    expect(idle).toMatchObject({ phase: "idle", partial: { id: "gen-1" } });
    const controller = new AbortController();
    const reason = new Error("enough");
    const aborted = stream(body(), {}, { signal: controller.signal });
    for await (const _ of aborted) {
      controller.abort(reason);
      break;
    }
    const late = stream(body());
    setTimeout(() => late.abort(reason), 5);
    expect(await caught(late.final())).toBe(reason);
  });

  test("is split by tee() into two that accumulate on their own", async () => {
    const [one, two] = stream(bodyOf(api)).tee();
    expect(one).toBeInstanceOf(classOf);
    const seen = await read(one);
    expect(seen).toEqual(plain(api.events));
    expect(two.partial).toBeUndefined();
    expect(await two.final()).toEqual(api.whole);
    expect(await one.final()).toEqual(api.whole);
  });

  test("passes unchanged through toReadableStream() and toResponse()", async () => {
    const text = await new Response(stream(bodyOf(api)).toReadableStream()).text();
    expect(text).toBe(bodyOf({ ...api, events: plain(api.events) as TypedApi["events"] }));
    const response = await stream(bodyOf(api)).toResponse();
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(await classOf.fromResponse(response).final()).toEqual(api.whole);
    expect(await classOf.fromReadableStream(new Response(text).body!).final()).toEqual(api.whole);
  });

  test("passes its errors through toResponse(), before and after the first event", async () => {
    for (const [event, facts] of api.errors)
      for (const position of [0, 3]) {
        const response = await stream(framesOf([...api.events.slice(0, position), event])).toResponse();
        expect(response.status).toBe(position === 0 ? facts.status : 200);
        const error = await caught(classOf.fromResponse(response).final());
        expect(error).toBeInstanceOf(ApiError);
        expect(error).toMatchObject(facts);
      }
  });

  test("resolves from create() with `stream: true`, with its response", async () => {
    const { client, requests } = against([() => answer(bodyOf(api))]);
    const { data, response, attempts } = await (api.name === "responses"
      ? client.responses.create({ model: "m", input: "hi", stream: true }).withResponse()
      : client.messages.create({ model: "m", max_tokens: 1, messages: [], stream: true }).withResponse());
    expect(data).toBeInstanceOf(classOf);
    expect(attempts).toBe(1);
    expect(response.status).toBe(200);
    expect(await data.final()).toEqual(api.whole);
    expect(await requests[0]!.json()).toMatchObject({ stream: true });
    expect(requests[0]!.headers.get("accept")).toBe("text/event-stream");
  });

  test("has the complete response for the middleware, also when it fails", async () => {
    const ends: unknown[] = [];
    const options = {
      middleware: [
        async (
          request: Request,
          next: (request: Request) => Promise<Response>,
          { onEnd }: { onEnd: (listener: (end: unknown) => void) => void },
        ) => {
          onEnd((end) => ends.push(end));
          return next(request);
        },
      ],
    };
    await stream(bodyOf(api), options).final();
    await caught(stream(framesOf(api.events.slice(0, 5)), options).final());
    expect(ends).toMatchObject([
      { response: api.whole },
      { response: { id: "gen-1" }, error: { reason: "truncated" } },
    ]);
  });

  test("reports a connection that was refused", async () => {
    const client = new Patchbay({
      apiKey: "k",
      maxRetries: 0,
      fetch: () => Promise.reject(Object.assign(new TypeError("failed"), { cause: { code: "ECONNREFUSED" } })),
    });
    const error = await caught(client.responses.stream({ model: "m", input: "hi" }).final());
    expect(error).toBeInstanceOf(ConnectionError);
  });
});
