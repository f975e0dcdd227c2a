export type { WebEvent } from "./web/public-event.ts";
export { readRun, RemoteRunError } from "./web/read-run.ts";
export { toResponse, type ResponseOptions } from "./web/to-response.ts";
