import { operations, type OperationId, type OperationInfo } from "@patchbay/spec";
import { createMockServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { judge } from "./judge.ts";

/** A server whose every response is validated against the contract. */
export interface JudgedServer extends MockServer {
  /** The violations so far; waits for responses that are still being validated. */
  faults(): Promise<string[]>;
}

/** Creates a mock server whose every response is validated. */
export function createJudgedServer(options: MockServerOptions = {}): JudgedServer {
  const server = createMockServer(options);
  const verdicts: Promise<string[]>[] = [];
  return {
    ...server,
    async fetch(input, init) {
      const request = new Request(input, init);
      const id = operationOf(request);
      const response = await server.fetch(request);
      if (id) verdicts.push(judgeResponse(id, response.clone()));
      return response;
    },
    faults: async () => (await Promise.all(verdicts)).flat(),
  };
}

async function judgeResponse(id: OperationId, response: Response): Promise<string[]> {
  const text = await response.text();
  if (!response.headers.get("content-type")?.startsWith("text/event-stream"))
    return judge(id, response.status, "application/json", JSON.parse(text));
  const { stream }: Pick<OperationInfo, "stream"> = operations[id];
  const payloads = text.split("\n\n").flatMap((event) => /^data: (.*)$/m.exec(event)?.[1] ?? []);
  const last = payloads.at(-1);
  const events = payloads.filter((payload) => payload !== stream?.done).map((payload) => JSON.parse(payload) as Event);
  const verdicts = await Promise.all(events.map((event) => judge(id, response.status, "text/event-stream", event)));
  // A mid-stream error is the last event.
  const end = events.at(-1);
  const isEnd =
    (stream?.done !== undefined && last === stream.done) ||
    (stream?.done === undefined && stream?.terminalEvents?.includes(end?.type ?? "") === true) ||
    end?.error !== undefined;
  return [...(isEnd ? [] : [`${id}: the stream ends with ${last}`]), ...verdicts.flat()];
}

interface Event {
  readonly type?: string;
  readonly error?: unknown;
}

/** The operation of a path, for any method. */
function operationOf({ url, method }: Request): OperationId | undefined {
  const { pathname } = new URL(url);
  const fits = ({ path }: OperationInfo): boolean =>
    new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(pathname);
  const candidates = Object.values<OperationInfo>(operations)
    .filter(fits)
    .toSorted((a, b) => a.path.split("{").length - b.path.split("{").length);
  return (candidates.find((operation) => operation.method === method) ?? candidates[0])?.id;
}
