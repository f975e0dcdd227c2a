import { defineConfig } from "vitest/config";

// Tests load the packages from source; scripts/check-packages.ts tests the packed packages.
const conditions = ["@patchbay/source"];

/**
 * Files whose result can depend on the version of Node: they use its fetch, streams, HTTP server, sockets, compression, timers,
 * cryptography, SQLite, child processes, worker threads or asynchronous context. `npm test` runs them on every tested version of
 * Node, and all other files on the current version only.
 */
const runtime = [
  "packages/client/src/encoding/base64.test.ts",
  "packages/engine/src/data/sha256.test.ts",
  "test/agent/{backpressure,failures,foreign-errors,hedging,loop,mcp,mcp-servers,mid-stream,run-handle,tool-results,waiting}.test.ts",
  "test/agent/{web,web-route,without-web-crypto}.test.ts",
  // The files in parentheses test computations that use no API of Node.
  "test/client/!(money|odd-catalogs|odd-responses|parsed-text|stream-grammar|strict-schemas|unknown-options|unusable-responses).test.ts",
  "test/gateway/{ledger-failures,ledger-sqlite,records}.test.ts",
  "test/interop/{ai-sdk,ai-sdk-dialects,anthropic-sdk,entry-points,openai,openai-agents,openai-responses}.test.ts",
  "test/interop/{openrouter-agent,openrouter-sdk,openrouter-sdk-responses}.test.ts",
  "test/mock-server/{body-delivery,consent,control-access,fault-header,fault-reach,faults,first-steps,head,hostile,mock-server}.test.ts",
  "test/mock-server/{http2,pdf-limits,pipelined-requests,raw-responses,dns-rebinding,recording,recording-proxy,request-bodies,scenario,sessions}.test.ts",
  "test/providers/{sharp-edges-http,sockets}.test.ts",
  "test/runners/typescript/*.test.ts",
  "test/mock-server/{shutdown,stream-delivery,unread-bodies,unread-responses,uploads}.test.ts",
];

/**
 * Files that need a process of their own, because they replace modules, reset the module registry, register global OpenTelemetry
 * providers, or measure the heap. The other files share one process per core and must restore every global that they change.
 * `npm test` runs the isolated files on every tested version of Node, too.
 */
const isolated = [
  "test/agent/otel.test.ts",
  "test/agent/stores.test.ts",
  "test/client/errors.test.ts",
  "test/client/stream-lifetime.test.ts",
  "test/client/telemetry.test.ts",
  "test/mock-server/near-miss-cost.test.ts",
];

const all = ["packages/*/src/**/*.test.ts", "test/**/*.test.ts"];

interface Project {
  readonly name: string;
  readonly include: string[];
  readonly exclude?: string[];
  readonly isolate: boolean;
}

const project = (test: Project) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    ...test,
    // Each file has a process to itself while it runs, so that `process.cpuUsage()` measures that file only.
    pool: "forks" as const,
    // Continuous integration machines are slow, and sometimes pause. A test waits for the expected result instead of failing early.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});

export default defineConfig({
  ssr: {
    resolve: {
      conditions: [...conditions, "node", "module", "default"],
      externalConditions: conditions,
    },
  },
  test: {
    maxWorkers: "100%",
    projects: [
      project({ name: "isolated", include: isolated, isolate: true }),
      project({ name: "runtime", include: runtime, exclude: isolated, isolate: false }),
      project({ name: "logic", include: all, exclude: [...runtime, ...isolated], isolate: false }),
    ],
  },
});
