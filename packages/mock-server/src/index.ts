export type { IncomingRequest, Listening, ListenOptions } from "./incoming.ts";
export { createMockServer, type MockServer, type MockServerOptions } from "./server.ts";
export type { CatalogueData, EndpointData, ModelData } from "./engine/catalogue.ts";
export type { Frame, FrameBody, Reply, TextBody } from "./reply.ts";
export type { ScriptedReply } from "./upstreams/scripted.ts";
export type { Completion } from "./upstreams/upstream.ts";
