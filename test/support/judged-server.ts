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
  const payloads = text
    .split("\n\n")
    .filter((event) => event.startsWith("data: "))
    .map((event) => event.slice(6));
  const [done] = payloads.splice(-1);
  const verdicts = await Promise.all(
    [...payloads, ...(done === undefined || done === "[DONE]" ? [] : [done])].map((payload) =>
      judge(id, response.status, "text/event-stream", JSON.parse(payload)),
    ),
  );
  // A mid-stream error is the last event.
  const isEnd = done === "[DONE]" || (done !== undefined && "error" in (JSON.parse(done) as object));
  return [...(isEnd ? [] : [`${id}: the stream ends with ${done}`]), ...verdicts.flat()];
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
