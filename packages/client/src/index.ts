export { Patchbay, type Client } from "./client.ts";
export { ApiError, ConnectionError, PatchbayError, StreamError, TimeoutError, type ApiErrorInit } from "./errors.ts";
export type { ClientOptions, RequestOptions } from "./options.ts";
export { EventStream, type StreamSource } from "./stream.ts";
export type * from "@patchbay/spec";
