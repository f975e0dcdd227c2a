import { AgentError } from "../errors/agent-error.ts";
import { checkOptions, longestTimer, nearest, type OptionKinds, show } from "../options/check-options.ts";
import { classifyError } from "../models/failure.ts";
import type { Run } from "../run/run.ts";
import { messageOfThrown } from "../errors/thrown.ts";
import { PartialEvents } from "./partial-events.ts";
import { eventTypes, toPublic, type EventFilter } from "./public-event.ts";

/** The event that is sent when a run fails. */
export interface FailureEvent {
  readonly type: "error";
  /** Class of the error, such as `ApiError`. */
  readonly name: string;
  /** Branch on this, such as `insufficient_credits` or `timeout`. */
  readonly code: string;
  /** HTTP status, if the API returned one. */
  readonly status?: number | undefined;
  readonly message: string;
}

/** The options of `toResponse`. */
export interface ResponseOptions {
  /**
   * What is sent: event types, `"all"`, or a function that returns what is sent of an event. Default: the text, the
   * typed output and the names of tools, without tool results, costs, reasoning and the output of sub-agents. A list
   * selects from these, and adds whole events of other types. The end of the run is always sent. A `partial-output`
   * event contains the whole value: beyond some KB of text, these events are sent less often, but always the last one,
   * so that their total size is proportional to the output.
   */
  readonly events?: EventFilter | undefined;
  /**
   * Milliseconds of silence after which a comment is sent, so that proxies keep the connection open. `Infinity` for
   * none. Default: 15,000.
   */
  readonly heartbeat?: number | undefined;
  /**
   * Returns the error message for the reader. Default: the name of the error, because its message can contain
   * internals.
   */
  readonly onError?: ((error: Error) => string) | undefined;
}

const known = {
  events: ["string", "array", "function"],
  heartbeat: ["duration"],
  onError: ["function"],
} satisfies OptionKinds<ResponseOptions>;

const aliases = {
  keepAlive: "heartbeat",
  keepAliveMs: "heartbeat",
  filter: "events",
  include: "events",
  describe: "onError",
};

/**
 * Converts a run to the response of a web route, with its events as server-sent events. When the reader disconnects,
 * the run ends.
 *
 * @throws AgentError if an option is invalid
 * @example
 * ```ts
 * export const POST = async (request: Request) =>
 *   toResponse(agent.run(await request.text(), { signal: request.signal }));
 * ```
 */
export function toResponse(run: Run<unknown>, options: ResponseOptions = {}): Response {
  const { events: filter, heartbeat = 15_000, onError: describe = ({ name }: Error) => name } = check(options);
  if (typeof (run as Partial<typeof run> | undefined)?.[Symbol.asyncIterator] !== "function")
    throw new AgentError(`The run of toResponse must be the result of \`agent.run(…)\`, got ${show(run)}.`);
  const events = run[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const partials = new PartialEvents();
  let isLeft = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  type Controller = ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  const write = (controller: Controller, event: object): void =>
    controller.enqueue(encoder.encode(`data: ${toJson(event)}\n\n`));
  const beat = (controller: Controller): void => {
    // A slow reader has data to read already.
    if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(": keep-alive\n\n"));
    wait(controller);
  };
  const wait = (controller: Controller): void => {
    if (heartbeat <= longestTimer) timer = setTimeout(beat, heartbeat, controller);
  };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      wait(controller);
      try {
        for (;;) {
          const { done, value } = await events.next();
          if (isLeft) return;
          if (done) return controller.close();
          const sent = partials.take(value).flatMap((event) => toPublic(event, filter) ?? []);
          for (const event of sent) write(controller, event);
          if (sent.length > 0) return;
        }
      } catch (thrown) {
        if (isLeft) return;
        const failure = await toFailureEvent(thrown, describe);
        // The reader may have disconnected in the meantime.
        if (isLeft) return;
        write(controller, failure);
        controller.close();
        await events.return(undefined);
      } finally {
        clearTimeout(timer);
      }
    },
    async cancel() {
      isLeft = true;
      clearTimeout(timer);
      await events.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      // A proxy that compresses or buffers delays events.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function check(options: ResponseOptions): ResponseOptions {
  checkOptions("toResponse", options, known, aliases);
  const { events } = options;
  const unknown = typeof events === "string" && events !== "all" ? events : undefined;
  const wrong = Array.isArray(events)
    ? (events as unknown[]).find((one) => !eventTypes.includes(one as string))
    : unknown;
  if (wrong === undefined) return options;
  const near = typeof wrong === "string" ? nearest(wrong, eventTypes) : undefined;
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  throw new AgentError(
    `\`events\` has no type ${show(wrong)}.${hint} Use "all" or a list of ${eventTypes.join(", ")}.`,
  );
}

async function toFailureEvent(thrown: unknown, describe: (error: Error) => unknown): Promise<FailureEvent> {
  const error = thrown instanceof Error ? thrown : new Error(messageOfThrown(thrown), { cause: thrown });
  const name = typeof error.name === "string" ? error.name : "Error";
  const { kind, status } = classifyError(error);
  // Whether a request may be billed does not concern the browser.
  const publicKind = kind === "ambiguous" ? "connection" : kind;
  const { code } = error as { readonly code?: unknown };
  // Codes of the system and of other libraries reveal too much.
  const own = status !== undefined && typeof code === "string" ? code : publicKind;
  let message: unknown;
  try {
    message = await describe(error);
  } catch {
    // The error of the run takes precedence.
  }
  return {
    type: "error",
    name,
    code: own,
    ...(status !== undefined && { status }),
    message: typeof message === "string" ? message : name,
  };
}

/** An event as JSON. A field that cannot be serialized, such as circular progress, does not end the run. */
function toJson(event: object): string {
  const write = (value: unknown): string | undefined =>
    JSON.stringify(value, (_, held: unknown) => (typeof held === "bigint" ? held.toString() : held));
  try {
    return write(event)!;
  } catch {
    const fields = Object.entries(event).map(([name, value]) => {
      try {
        return [name, write(value) === undefined ? undefined : (value as unknown)] as const;
      } catch {
        return [name, "[not JSON]"] as const;
      }
    });
    return write(Object.fromEntries(fields))!;
  }
}
