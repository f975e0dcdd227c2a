export type { AccountConfig, EndpointConfig, GatewayConfig, ModelConfig, ProviderConfig } from "./config/config.ts";
export { defaultConfig } from "./config/default-config.ts";
export { readConfig, type ReadConfigOptions, type ReadConfigResult } from "./config/read-config.ts";
export { createGateway, type Gateway, type GatewayOptions } from "./gateway/gateway.ts";
export { startGateway, type RunningGateway, type StartOptions } from "./gateway/start-gateway.ts";
export type { Ledger } from "./ports/ledger.ts";
