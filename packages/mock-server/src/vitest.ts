import { expect, test as base, type TestAPI } from "vitest";
import type { MockServerOptions } from "./options/options.ts";
import type { Match } from "./rules/match.ts";
import { createMockServer, type MockServer } from "./server.ts";

/** The fixtures of a test. */
export interface MockServerFixture {
  /** A separate mock server for each test. */
  readonly server: MockServer;
  /** Options of the server. Override them with `test.override`. */
  readonly serverOptions: MockServerOptions;
}

/**
 * Vitest's `test` with a separate mock server for each test.
 *
 * @example
 * ```ts
 * test("sends one request", async ({ server }) => {
 *   await runApp(new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch }));
 *   expect(server).toHaveReceived({ operation: "chat.completions.create" }, { times: 1 });
 * });
 * ```
 */
export const test: TestAPI<MockServerFixture> = base
  .extend("serverOptions", {} as MockServerOptions)
  .extend("server", ({ serverOptions }) => createMockServer(serverOptions)) as unknown as TestAPI<MockServerFixture>;

/** Options of `toHaveReceived`. */
export interface ReceivedOptions {
  /** The exact number of matching requests. Default: at least one. */
  readonly times?: number;
}

expect.extend({
  toHaveReceived(server: MockServer, match: Match = {}, { times }: ReceivedOptions = {}) {
    const found = server.journal.entries(match);
    const all = server.journal.entries();
    const pass = times === undefined ? found.length > 0 : found.length === times;
    const wanted = times === undefined ? "at least one request" : `${times} requests`;
    return {
      pass,
      message: () => {
        const received = all.map(
          ({ id, method, path, status, input }) =>
            `  ${id}. ${method} ${path} ${status} ${JSON.stringify(input).slice(0, 160)}`,
        );
        return `expected the server ${pass ? "not " : ""}to have received ${wanted} matching ${JSON.stringify(match)}; ${found.length} of ${all.length} match:\n${received.join("\n")}`;
      },
    };
  },
});

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Asserts that the server received matching requests: at least one, or exactly `times`. */
    toHaveReceived: (match?: Match, received?: ReceivedOptions) => R;
  }
}
