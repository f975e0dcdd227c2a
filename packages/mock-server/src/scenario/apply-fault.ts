import type { Frame, FrameBody, Reply, TextBody } from "../reply.ts";
import type { Fault } from "./fault.ts";

type Of<Kind extends Fault["kind"]> = Extract<Fault, { kind: Kind }>;
type Apply = { readonly [Kind in Fault["kind"]]: (reply: Reply, fault: Of<Kind>) => Reply };

/** A reply with a fault. What was sent is counted in events of the reply without it, so that the bill is right. */
export function applyFault(reply: Reply, fault: Fault): Reply {
  return (applies[fault.kind] as (reply: Reply, fault: Fault) => Reply)(reply, fault);
}

const applies: Apply = {
  refused: (reply) => ({ ...reply, drop: "refused" }),
  reset: (reply, { afterEvents, afterBytes }) =>
    afterEvents === undefined && afterBytes === undefined
      ? { ...reply, drop: "reset" }
      : shorten(reply, { afterEvents, afterBytes }, "reset"),
  cut: (reply, { afterEvents, afterBytes }) =>
    shorten(reply, { afterEvents: afterEvents ?? (afterBytes === undefined ? 1 : undefined), afterBytes }, "clean"),
  stall: (reply, { afterEvents = 1, ms }) =>
    ms === undefined
      ? shorten(reply, { afterEvents, afterBytes: undefined }, "hang")
      : onFrames(reply, (frames) => frames.map((edited, index) => (index < afterEvents ? edited : later(edited, ms)))),
  slow: (reply, { ms }) => ({ ...reply, at: (reply.at ?? 0) + ms }),
  comments: (reply, { count = 3, everyMs = 0 }) =>
    onFrames(reply, (frames) => [
      ...Array.from({ length: count }, (_, index) => added(": OPENROUTER PROCESSING\n\n", index * everyMs, 0)),
      ...frames.map((edited) => later(edited, count * everyMs)),
    ]),
  "error-chunk": (reply, { afterEvents = 1, status = 502, message = "Provider disconnected" }) =>
    onFrames(reply, (frames) => {
      const kept = frames.slice(0, afterEvents);
      const { at, origin } = kept.at(-1) ?? { at: 0, origin: 0 };
      const head = payloadOf(kept[0] ?? frames[0]);
      const choices = [{ index: 0, delta: { content: "" }, finish_reason: "error", native_finish_reason: "error" }];
      const error = { code: status, message, metadata: { error_type: "provider_unavailable" } };
      return [...kept, added(toEvent({ ...head, choices, error }), at, origin)];
    }),
  "error-in-200": (reply, { status = 502, message = "Provider returned error" }) => ({
    ...asText(reply, () =>
      JSON.stringify({ error: { code: status, message, metadata: { error_type: "provider_unavailable" } } }),
    ),
    status: 200,
  }),
  malformed: (reply, { afterEvents = 1 }) =>
    reply.body.kind === "text"
      ? asText(reply, (text) => text.slice(0, Math.ceil(text.length / 2)))
      : onFrames(reply, (frames) =>
          frames.map((edited, index) =>
            index === afterEvents ? { ...edited, text: `${edited.text.slice(0, -8)}\n\n` } : edited,
          ),
        ),
  "no-done": (reply) => onFrames(reply, (frames) => frames.filter(({ text }) => !text.includes("[DONE]"))),
  "content-type": (reply, { value = "text/html" }) => ({
    ...reply,
    headers: { ...reply.headers, "content-type": value },
  }),
  whitespace: (reply, { text: space = "\n\n   " }) =>
    reply.body.kind === "text"
      ? asText(reply, (text) => space + text)
      : onFrames(reply, (frames) =>
          frames.map((edited, index) => (index === 0 ? { ...edited, text: space + edited.text } : edited)),
        ),
  usage: (reply, { how }) =>
    reply.body.kind === "text"
      ? onJson(reply, ({ usage, ...body }) => (how === "missing" ? body : { ...body, usage }))
      : onFrames(reply, (frames) =>
          frames.flatMap((edited) =>
            !edited.text.includes('"usage":{') ? edited : how === "missing" ? [] : [edited, edited],
          ),
        ),
  "finish-reason": (reply, { value }) =>
    onChoices(reply, (choice) => (choice.finish_reason == null ? choice : { ...choice, finish_reason: value })),
  arguments: (reply) =>
    reply.body.kind === "text"
      ? onJson(
          reply,
          (body) =>
            JSON.parse(JSON.stringify(body), (name, value: unknown) =>
              name === "arguments" ? `${String(value).slice(0, -1)},` : value,
            ) as Body,
        )
      : onFrames(reply, (frames) => {
          const last = frames.findLastIndex(({ text }) => text.includes('"arguments":"') && !text.includes('"name"'));
          return frames.filter((_, index) => index !== last);
        }),
  huge: (reply, { bytes }) => {
    const pad = "x".repeat(bytes);
    return reply.body.kind === "text"
      ? onJson(reply, (body) => ({ ...body, padding: pad }))
      : onFrames(reply, (frames) =>
          frames.map((edited, index) =>
            index === 1 ? { ...edited, text: toEvent({ ...payloadOf(edited), padding: pad }) } : edited,
          ),
        );
  },
};

/** A frame, and how many frames of the reply without fault have gone when it has. */
interface Edited extends Frame {
  readonly origin: number;
}

type Body = Record<string, unknown>;

function onFrames(reply: Reply, edit: (frames: readonly Edited[]) => readonly Edited[]): Reply {
  const { body } = reply;
  if (body.kind === "text") return reply;
  const edited = edit(body.frames.map((frame, index) => ({ ...frame, origin: index + 1 })));
  return { ...reply, body: withFrames(body, edited) };
}

function withFrames(body: FrameBody, edited: readonly Edited[], end: FrameBody["end"] = body.end): FrameBody {
  const whole = edited.at(-1)?.origin === body.frames.length;
  return {
    kind: "frames",
    frames: edited,
    ...(end && { end }),
    ended: (sent, complete) => {
      const origin = edited[sent - 1]?.origin ?? 0;
      body.ended(origin, complete && whole);
    },
  };
}

function later<F extends Frame>(frame: F, ms: number): F {
  return { ...frame, at: frame.at + ms };
}

function added(text: string, at: number, origin: number): Edited {
  return { text, at, origin };
}

/** Ends a body after so many events or bytes, which may be in the middle of a character. */
function shorten(
  reply: Reply,
  {
    afterEvents = Infinity,
    afterBytes = Infinity,
  }: { afterEvents: number | undefined; afterBytes: number | undefined },
  end: NonNullable<FrameBody["end"]>,
): Reply {
  const { body, headers } = reply;
  const frames = body.kind === "text" ? [{ text: body.text, at: 0 }] : body.frames;
  const kept: Edited[] = [];
  let left = afterBytes;
  const encoder = new TextEncoder();
  for (const [index, frame] of frames.slice(0, afterEvents).entries()) {
    const bytes = encoder.encode(frame.text);
    if (bytes.length <= left) kept.push({ ...frame, origin: index + 1 });
    else if (left > 0) kept.push({ ...frame, bytes: bytes.slice(0, left), origin: index });
    left -= bytes.length;
    if (left <= 0) break;
  }
  const whole = body.kind === "text" ? textFrames(body) : body;
  // A JSON body says how long it is, so that whoever reads it notices that it ended too soon.
  const length = body.kind === "text" ? { "content-length": String(encoder.encode(body.text).length) } : {};
  return { ...reply, headers: { ...headers, ...length }, body: withFrames(whole, kept, end) };
}

function textFrames({ text }: TextBody): FrameBody {
  return { kind: "frames", frames: [{ text, at: 0 }], ended: () => undefined };
}

function asText(reply: Reply, edit: (text: string) => string): Reply {
  const { body } = reply;
  if (body.kind === "text") return { ...reply, body: { kind: "text", text: edit(body.text) } };
  // What a stream has cost is settled as if nothing of it had been sent.
  body.ended(0, false);
  return {
    ...reply,
    headers: { ...reply.headers, "content-type": "application/json" },
    body: { kind: "text", text: edit("{}") },
  };
}

function onJson(reply: Reply, edit: (body: Body) => Body): Reply {
  return asText(reply, (text) => JSON.stringify(edit(JSON.parse(text) as Body)));
}

type Choice = Body & { finish_reason?: unknown };

function onChoices(reply: Reply, edit: (choice: Choice) => Choice): Reply {
  const onBody = (body: Body): Body =>
    Array.isArray(body.choices) ? { ...body, choices: (body.choices as Choice[]).map(edit) } : body;
  if (reply.body.kind === "text") return onJson(reply, onBody);
  return onFrames(reply, (frames) =>
    frames.map((edited) => {
      const payload = payloadOf(edited);
      return payload ? { ...edited, text: toEvent(onBody(payload)) } : edited;
    }),
  );
}

function payloadOf(frame: Frame | undefined): Body | undefined {
  if (!frame?.text.startsWith("data: {")) return undefined;
  return JSON.parse(frame.text.slice(6)) as Body;
}

function toEvent(payload: Body): string {
  return `data: ${JSON.stringify(payload)}\n\n`;
}
