import { defineConfig } from "vitest/config";

// Packages are tested from their sources; the packed packages are tested by scripts/check-packages.ts.
const resolve = { conditions: ["@patchbay/source"] };

// Machines are slow and shared: a test waits for what it expects, however long that takes.
const expect = { poll: { timeout: 20_000 } };

export default defineConfig({
  ssr: {
    resolve: {
      conditions: ["@patchbay/source", "node", "module", "default"],
      externalConditions: ["@patchbay/source"],
    },
  },
  test: {
    projects: [
      {
        resolve,
        ssr: { resolve },
        test: { name: "packages", include: ["packages/*/src/**/*.test.ts"], typecheck: { enabled: false } },
      },
      {
        resolve,
        ssr: { resolve },
        test: { name: "cross", include: ["test/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, expect },
      },
    ],
  },
});
