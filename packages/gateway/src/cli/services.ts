import { text } from "node:stream/consumers";
import { createProvider } from "@patchbay/providers";
import type { Services } from "./command.ts";
import { openKeyAdmin } from "./keys/key-admin.ts";

/** The surroundings of a process. */
export function createServices(startGateway: Services["startGateway"]): Services {
  return {
    env: process.env,
    write: (line) => console.log(line),
    log: (line) => console.error(line),
    readInput: () => text(process.stdin),
    fetch: globalThis.fetch,
    listModels: async (slug, { kind, baseURL, apiKeys, headers, options }, signal) => {
      const provider = createProvider({ kind, baseURL, apiKeys, headers, options, name: slug });
      try {
        return await provider.listModels({ signal });
      } finally {
        await provider.close();
      }
    },
    startGateway,
    openKeys: openKeyAdmin,
    now: Date.now,
  };
}
