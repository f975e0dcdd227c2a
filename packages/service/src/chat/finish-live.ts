import type { DispatchResult } from "../ports/dispatcher.ts";
import type { HandlerResult } from "../context/handler.ts";
import type { Timing } from "@patchbay/engine/health/provider-state";
import type { Frame } from "../http/reply.ts";
import { joinParts } from "../parts/join-parts.ts";
import type { OutputEnd } from "../parts/dialect.ts";
import type { Part } from "../parts/part.ts";
import type { LiveAnswer } from "./answer-from-endpoint.ts";
import { OutputIterator } from "./output-iterator.ts";
import { charactersOf, type CountedPart } from "./counted-part.ts";
import { settle, type Ending } from "./finish.ts";
import {
  costOfTurn,
  toChargeRequest,
  toEnd,
  toHead,
  usageOf,
  type ChatTurn,
  type ServerWork,
  type TurnCost,
} from "./turn.ts";

/** Sends an output while it is produced. When it ends, or when the client disconnects, the charge is settled. */
export async function finishLive<Body>(
  dispatched: DispatchResult<LiveAnswer>,
  ending: Ending<Body>,
): Promise<HandlerResult<Body>> {
  const { call, metadata } = ending;
  const { live, turn: begun } = dispatched.value;
  const head = toHead({ ...begun, metadata });
  const headers = { "x-generation-id": begun.id, ...ending.cache?.headers };
  const { drain } = dispatched.value;
  const { stream } = call.request;
  // An output that can be drained does not notice by itself that the client left.
  const output = drain && new OutputIterator(live, stream ? undefined : ending.context.signal);
  const close = createClose(dispatched, ending, output);
  const reader = output ?? live;
  if (!stream) {
    const parts: Part[] = [];
    try {
      for (;;) {
        const read = reader.next();
        const batch = read instanceof Promise ? await read : read;
        if (!batch) break;
        for (const counted of batch) {
          close.keep(counted);
          parts.push(counted.part);
        }
      }
    } catch (error) {
      close.cancel(live.tokens);
      throw error;
    } finally {
      output?.stop();
    }
    const end = close.end();
    close.settle();
    return { headers, body: call.toBody(head, joinParts(parts), end) };
  }
  const writer = call.createWriter(head);
  /** Output tokens with the last two frames that were requested: the last one can be unsent. */
  let [before, last] = [0, 0];
  let requested = 0;
  async function* frames(): AsyncGenerator<Frame, void> {
    const write = function* (events: readonly string[] | string): Generator<Frame> {
      for (const text of typeof events === "string" ? [events] : events) {
        requested++;
        [before, last] = [last, live.tokens];
        yield { text, at: 0 };
      }
    };
    yield* write(writer.start());
    for (;;) {
      const read = reader.next();
      const batch = read instanceof Promise ? await read : read;
      if (!batch) break;
      for (const counted of batch) close.keep(counted);
      if (batch.length === 1) yield* write(writer.write(batch[0]!.part));
      // The tokens of all parts of a batch count at its end, so they are one frame.
      else yield* write(batch.map(({ part }) => joined(writer.write(part))).join(""));
    }
    yield* write(writer.end(close.end()));
  }
  return {
    headers,
    body: {
      kind: "live",
      frames: frames(),
      progress: () => last,
      ended(sent, complete, progress) {
        if (complete) close.settle();
        else close.cancel(progress ?? (sent < requested ? before : last));
      },
    },
  };
}

function joined(events: readonly string[] | string): string {
  return typeof events === "string" ? events : events.join("");
}

/** A longer output is not kept in the response cache, in characters. */
const longestCached = 1_000_000;

interface Close {
  /** Keeps a part for the response cache. */
  readonly keep: (counted: CountedPart) => void;
  /** The end of an output that was produced in full, and what it costs. */
  readonly end: () => OutputEnd;
  /** Settles the charge of an output that was sent in full. */
  readonly settle: () => void;
  /** Settles the charge of an output of which only some tokens were sent, and stops the upstream, at once or after a drain. */
  readonly cancel: (sent: number) => void;
}

/** The work of a request: that of its plugins and that of its server tools. */
function addWork(before: ServerWork, { promptTokens, completionTokens, steps, fees, use }: ServerWork): ServerWork {
  return { promptTokens, completionTokens, steps, fees: before.fees + fees, use: use ?? before.use };
}

function createClose(
  dispatched: DispatchResult<LiveAnswer>,
  ending: Ending<unknown>,
  output: OutputIterator | undefined,
): Close {
  const { value, candidate } = dispatched;
  const { live, budget, turn, work, drain } = value;
  const { context, metadata, charges } = ending;
  const { state } = context;
  const started = performance.now();
  /** The parts for the response cache, unless they are too long. */
  let kept: CountedPart[] | undefined = ending.cache && [];
  let characters = 0;
  let isClosed = false;
  let whole: { readonly turn: ChatTurn; readonly cost: TurnCost } | undefined;
  const price = (tokens: number, cancelled: boolean): NonNullable<typeof whole> => {
    const answer = live.toOutput();
    const done = work?.();
    const begun = done ? { ...turn, work: addWork(turn.work, done) } : turn;
    const { usage } = live;
    // A canceled output is billed as far as it was sent, and at least as far as the upstream reported.
    const native = Math.ceil(tokens * candidate.model.tokenFactor);
    const reported =
      usage && cancelled ? { ...usage, completionTokens: Math.max(usage.completionTokens, native) } : usage;
    const { upstreamId } = live;
    const priced: ChatTurn = { ...begun, answer: { ...answer, tokens }, metadata, reported, upstreamId };
    // The fee of a BYOK request is known up to the reserved amount.
    budget.reservation.resize(toChargeRequest(priced, turn.work.fees));
    return { turn: priced, cost: costOfTurn(priced, tokens) };
  };
  const measure = (tokens: number): Timing => {
    const seconds = Math.max(performance.now() - started, 1) / 1000;
    return { latency: dispatched.timing.latency, throughput: Math.max(tokens / seconds, 0.1) };
  };
  const post = ({ turn, cost }: NonNullable<typeof whole>, cancelled: boolean, isExact = !cancelled): void => {
    const { tokens } = turn.answer;
    const timing = state.settings.hasUpstream ? measure(tokens) : dispatched.timing;
    const fetches = work?.()?.fetches ?? value.fetches;
    settle(
      turn,
      { billed: tokens, cancelled, isExact, ...cost },
      { ...dispatched, value: { ...value, fetches }, timing },
      ending,
    );
  };
  return {
    keep(counted) {
      characters += charactersOf(counted.part);
      if (characters > longestCached) kept = undefined;
      kept?.push(counted);
    },
    end() {
      whole = price(live.tokens, false);
      return toEnd(whole.turn, usageOf(whole.turn, whole.cost));
    },
    settle() {
      if (isClosed) return;
      isClosed = true;
      whole ??= price(live.tokens, false);
      post(whole, false);
      if (kept && !whole.turn.answer.error) ending.cache?.keep({ ...whole.turn, parts: kept });
    },
    cancel(sent) {
      if (isClosed) return;
      isClosed = true;
      if (!drain || !output) {
        live.close();
        return post(price(sent, true), true);
      }
      const drained = output.drain(drain).then((hasEnded) => {
        live.close();
        const isWhole = hasEnded && !live.toOutput().error;
        // The provider bills all that it produced, sent or not.
        return post(price(live.tokens, !isWhole), true, isWhole);
      });
      charges.detach?.(drained);
    },
  };
}
