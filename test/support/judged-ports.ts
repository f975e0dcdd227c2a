import { createMockServer, type ListeningServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { afterAll, expect } from "vitest";
import { judgeJournal } from "./judge-journal.ts";

/** A mock server on a port, for clients that cannot take a `fetch`. */
export interface JudgedPort {
  readonly server: MockServer;
  /** With `/api/v1`. */
  readonly baseURL: string;
  /** Without `/api/v1`. */
  readonly origin: string;
}

/**
 * Returns a function that starts a mock server on a free port. After the tests of the file, every response that the
 * servers sent is validated, and the ports are closed.
 */
export function useJudgedPorts(): (options?: MockServerOptions) => Promise<JudgedPort> {
  const open: { readonly server: MockServer; readonly listening: ListeningServer }[] = [];
  afterAll(async () => {
    await Promise.all(open.map(({ listening }) => listening.close()));
    expect((await Promise.all(open.map(({ server }) => judgeJournal(server)))).flat()).toEqual([]);
  });
  return async (options = {}) => {
    const server = createMockServer({ seed: 1, ...options });
    const listening = await server.listen({ port: 0 });
    open.push({ server, listening });
    return { server, baseURL: listening.baseURL, origin: `http://127.0.0.1:${listening.port}` };
  };
}
