import type { RunEvent } from "./event.ts";
import type { Run } from "./run.ts";

/** What is sent in place of an event when a run fails. */
interface FailureEvent {
  readonly type: "error";
  readonly name: string;
  readonly message: string;
}

/**
 * A run as the answer of a web route: its events as server-sent events. When the caller leaves, the run ends. The message of an
 * error is sent as `describe` says; by default only its name.
 *
 * @example
 * ```ts
 * export const POST = async (request: Request) => toResponse(bot.run(await request.text()));
 * ```
 */
export function toResponse(
  run: Run<unknown>,
  { describe = ({ name }: Error) => name }: { readonly describe?: (error: Error) => string } = {},
): Response {
  const events = run[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const write = (event: RunEvent | FailureEvent): Uint8Array<ArrayBuffer> =>
    encoder.encode(
      `data: ${JSON.stringify(event, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value))}\n\n`,
    );
  let isLeft = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await events.next();
        if (done) controller.close();
        else controller.enqueue(write(value));
      } catch (thrown) {
        if (isLeft) return;
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        controller.enqueue(write({ type: "error", name: error.name, message: describe(error) }));
        controller.close();
        await events.return(undefined);
      }
    },
    async cancel() {
      isLeft = true;
      await events.return(undefined);
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-cache" } });
}

/** A run on another machine failed. */
export class RemoteRunError extends Error {
  override readonly name = "RemoteRunError";
  /** Name of the error over there. */
  readonly remoteName: string;

  constructor({ name, message }: { readonly name: string; readonly message: string }) {
    super(message);
    this.remoteName = name;
  }
}

/**
 * The events of a run from the answer of a web route, for a browser. Throws `RemoteRunError` when the run failed, or came to no end.
 *
 * @example
 * ```ts
 * for await (const event of readRun(await fetch("/agent", { method: "POST", body: question }))) show(event);
 * ```
 */
export async function* readRun(response: Response): AsyncGenerator<RunEvent, void> {
  if (!response.ok || !response.body)
    throw new RemoteRunError({ name: "Response", message: `The route answered ${response.status}.` });
  let rest = "";
  let isWhole = false;
  const decoder = new TextDecoder();
  for await (const bytes of response.body) {
    const parts = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
    rest = parts.pop()!;
    for (const part of parts) {
      const event = JSON.parse(part.slice("data: ".length)) as RunEvent | FailureEvent;
      if (event.type === "error") throw new RemoteRunError(event);
      isWhole ||= event.type === "finish" && event.path.length === 0;
      yield event;
    }
  }
  if (!isWhole) throw new RemoteRunError({ name: "Truncated", message: "The events ended before the run did." });
}
