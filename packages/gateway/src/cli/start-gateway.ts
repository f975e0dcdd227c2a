import type { startGateway } from "../gateway/start-gateway.ts";

export { logFormats, type LogFormat } from "../operation/log-format.ts";
export type { RunningGateway, StartOptions } from "../gateway/start-gateway.ts";

/** Starts a gateway. Rejects if the port is in use or a store cannot be opened. */
export type StartGateway = typeof startGateway;
