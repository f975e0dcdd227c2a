import { expect, test as base, type TestAPI } from "vitest";
import type { MockServerOptions } from "./options/options.ts";
import type { Match } from "./rules/match.ts";
import { createMockServer, type MockServer } from "./server.ts";

/** What the fixture gives to a test. */
export interface MockServerFixture {
  /** A server of the test's own. */
  readonly server: MockServer;
  /** Options of the server; override them with `test.override`. */
  readonly serverOptions: MockServerOptions;
}

/**
 * A `test` with a server of its own for each test.
 *
 * @example
 * ```ts
 * test("it asks once", async ({ server }) => {
 *   await askWith(new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch }));
 *   expect(server).toHaveReceived({ operation: "chat.completions.create" }, { times: 1 });
 * });
 * ```
 */
export const test: TestAPI<MockServerFixture> = base
  .extend("serverOptions", {} as MockServerOptions)
  .extend("server", ({ serverOptions }) => createMockServer(serverOptions)) as unknown as TestAPI<MockServerFixture>;

/** How often. */
export interface ReceivedOptions {
  /** Default: at least once. */
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
        const came = all.map(
          ({ id, method, path, status, input }) =>
            `  ${id}. ${method} ${path} ${status} ${JSON.stringify(input).slice(0, 160)}`,
        );
        return `expected the server ${pass ? "not " : ""}to have received ${wanted} that fit ${JSON.stringify(match)}; ${found.length} of ${all.length} did:\n${came.join("\n")}`;
      },
    };
  },
});

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Whether the server has received a request that fits, so often as said or at least once. */
    toHaveReceived: (match?: Match, received?: ReceivedOptions) => R;
  }
}
