export type { WebEvent } from "./web/public-event.ts";
export { readRunEvents, RemoteRunError } from "./web/read-run.ts";
export { toResponse, type ResponseOptions } from "./web/to-response.ts";
