import { createMockServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { judgeResponse, operationOf } from "./judge-response.ts";

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
      const id = operationOf(request.method, request.url);
      const response = await server.fetch(request);
      if (id) verdicts.push(read(response.clone()).then((received) => judgeResponse(id, received)));
      return response;
    },
    faults: async () => (await Promise.all(verdicts)).flat(),
  };
}

async function read(response: Response): Promise<{ status: number; contentType: string; text: string }> {
  const contentType = response.headers.get("content-type") ?? "";
  return { status: response.status, contentType, text: await response.text() };
}
