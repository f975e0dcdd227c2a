import { version } from "./version.ts";

interface Runtime {
  readonly navigator?: { readonly userAgent?: unknown };
}

/** Names the package and the runtime, such as `patchbay-client/1.0.0 Node.js/24`, for the API's logs and for support. */
export const userAgent = [`patchbay-client/${version}`, (globalThis as Runtime).navigator?.userAgent]
  .filter(Boolean)
  .join(" ");
