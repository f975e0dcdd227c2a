import type { listen as listenInNode } from "./listen.ts";

/** Replaces `listen.ts` in bundles for browsers, which have no `node:http` (see `imports` in package.json). */
export const listen: typeof listenInNode = () =>
  Promise.reject(
    new Error(
      "`listen` needs Node, Deno or Bun. A browser cannot open a port. Use `server.fetch` or `mswHandlers(server)`.",
    ),
  );
