// Streams whose sender, receiver and buffers are drawn at random, so that each of them waits for the others in every order.
import { connect } from "node:net";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { withoutChunks } from "./wire.ts";

/**
 * How often a property runs. Its times differ in each run, but what it draws is the same, so that a failure concerns the tested change.
 * `STREAM_RUNS=1000` runs it with as many other values.
 */
export function campaignOf(runs: number): fc.Parameters<unknown> {
  const campaign = process.env.STREAM_RUNS;
  return campaign === undefined
    ? { numRuns: runs, seed: 1, endOnFailure: true }
    : { numRuns: Number(campaign), endOnFailure: true };
}

/** A text of a stream, and the pause before it. */
export interface Piece {
  readonly text: string;
  /** Milliseconds; 0 lets the event loop continue, and `undefined` means no pause. */
  readonly pause: number | undefined;
}

/** How a client reads a response. */
export interface Reading {
  /** Milliseconds for which it does not read, after each chunk that it received, again and again. */
  readonly pauses: readonly number[];
  /** The number of received bytes after which it disconnects. Default: it reads to the end. */
  readonly leaveAfter: number | undefined;
}

/** One stream from its sender to its receiver. */
export interface Delivery {
  readonly pieces: readonly Piece[];
  /** Bytes that the server buffers before it waits for the client. */
  readonly highWaterMark: number;
  readonly reading: Reading;
}

const piece: fc.Arbitrary<Piece> = fc.record({
  text: fc
    .tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.oneof({ weight: 4, arbitrary: fc.nat(60) }, { weight: 1, arbitrary: fc.nat(4000) }),
    )
    .map(([digit, count]) => `${digit}${" ok".repeat(count)}`),
  pause: fc.option(fc.constantFrom(0, 0, 1, 2, 5), { nil: undefined }),
});

/** Streams with pauses and buffers of any size, and clients that read them in any way. */
export const delivery: fc.Arbitrary<Delivery> = fc.record({
  pieces: fc.array(piece, { minLength: 1, maxLength: 25 }),
  highWaterMark: fc.constantFrom(1, 100, 500, 2000, 16_384, 65_536),
  reading: fc.record({
    pauses: fc.array(fc.constantFrom(0, 0, 0, 1, 3, 10), { minLength: 1, maxLength: 10 }),
    leaveAfter: fc.option(fc.nat(20_000), { nil: undefined, freq: 2 }),
  }),
});

/** The whole text of a stream. */
export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

/** Sends pieces with their pauses, until `isOver`. */
export async function* play(
  pieces: readonly Piece[],
  isOver: () => boolean = () => false,
): AsyncGenerator<string, void> {
  for (const { text, pause } of pieces) {
    if (pause === 0) await setImmediate();
    else if (pause !== undefined) await sleep(pause);
    if (isOver()) return;
    yield text;
  }
}

/** Splits a text into pieces at any places, as long as `pieces` and with their pauses. Later ones are longer, so that they are not too many. */
export function cut(text: string, pieces: readonly Piece[]): Piece[] {
  const cuts: Piece[] = [];
  for (let at = 0, index = 0; at < text.length; index++) {
    const like = pieces[index % pieces.length]!;
    const next = text.slice(at, at + Math.max(like.text.length, index - 40));
    cuts.push({ text: next, pause: like.pause });
    at += next.length;
  }
  return cuts;
}

/** What a client received. */
export interface Received {
  readonly body: string;
  /** With all heads and the framing of the chunks. */
  readonly raw: string;
  /** Whether it disconnected. */
  readonly hasLeft: boolean;
}

/** Sends a request over a connection of its own, and reads the response as `reading` says. Reports the received bytes. */
export function receive(
  port: number,
  request: string,
  { pauses, leaveAfter }: Reading,
  onBytes: (size: number) => void = () => undefined,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(request);
      if (leaveAfter === 0) leave();
    });
    function leave(): void {
      socket.destroy();
      resolve({ body: "", raw: "", hasLeft: true });
    }
    socket.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      onBytes(size);
      if (leaveAfter !== undefined && size >= leaveAfter) return leave();
      const pause = pauses[chunks.length % pauses.length]!;
      if (pause === 0) return;
      socket.pause();
      setTimeout(() => socket.resume(), pause);
    });
    socket.on("error", reject);
    socket.on("end", () => {
      const all = Buffer.concat(chunks);
      const at = all.indexOf("\r\n\r\n");
      const isChunked = /transfer-encoding: chunked/i.test(all.subarray(0, at).toString());
      const body = all.subarray(at + 4);
      resolve({ body: (isChunked ? withoutChunks(body) : body).toString(), raw: all.toString(), hasLeft: false });
    });
  });
}

/** A chat with a streamed response. The server closes the connection after it. */
export function chatRequest(model: string, key: string): string {
  const body = JSON.stringify({ model, messages: [{ role: "user", content: "Hi" }], stream: true });
  return `POST /api/v1/chat/completions HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

/** The text of a streamed chat; `undefined` unless it is complete. */
export function readChat(body: string): string | undefined {
  return body.trimEnd().endsWith("data: [DONE]") ? readEvents(body) : undefined;
}

/** The text of the events of a chat. */
export function readEvents(body: string): string {
  const events = [...body.matchAll(/^data: (\{.*\})$/gm)].map(([, json]) => JSON.parse(json!) as ChatChunk);
  return events.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
}

interface ChatChunk {
  readonly choices: readonly { readonly delta: { readonly content?: string | null } }[];
}

/** Rejects with the name of work that is not done in time. */
export async function inTime<Result>(name: string, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} takes longer than 15 seconds`)), 15_000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Waits until a condition holds. */
export async function until(name: string, holds: () => boolean): Promise<void> {
  const started = performance.now();
  while (!holds()) {
    if (performance.now() - started > 15_000) throw new Error(`${name} does not hold after 15 seconds`);
    await sleep(1);
  }
}
