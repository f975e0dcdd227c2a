export type { IncomingRequest, Listening, ListenOptions } from "./incoming.ts";
export { createMockServer, type MockServer, type MockServerOptions } from "./server.ts";
export type { CatalogueData, DataPolicy, EndpointData, ModelData } from "./engine/catalogue.ts";
export type { ProviderSpan, ProviderState, ProviderStates } from "./engine/provider-state.ts";
export type { OwnKey } from "./engine/routing.ts";
export type { Frame, FrameBody, Reply, TextBody } from "./reply.ts";
export type { ScriptedReply } from "./upstreams/scripted.ts";
export type { Completion, CompletionError } from "./upstreams/upstream.ts";
