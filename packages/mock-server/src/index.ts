export type {
  CloseOptions,
  Connection,
  IncomingRequest,
  ListeningServer,
  ListenOptions,
} from "@patchbay/service/http/request";
export type { MockServerOptions } from "./options/options.ts";
export type { ManagementKey } from "./state/accounts.ts";
export { createMockServer, type MockServer, type RuleBuilder } from "./server.ts";
export type { Sessions, SessionState } from "./control/sessions.ts";
export type { Snapshot } from "./control/snapshot.ts";
export type { Fault, FaultReport } from "./faults/fault.ts";
export type { RawResponse, RawChunk } from "./faults/raw.ts";
export type { Journal } from "./journal/journal.ts";
export type { JournalEntry } from "./journal/journal-entry.ts";
export type { Mismatch, Match, RuleRequest, TextPattern } from "./rules/match.ts";
export type { NearMiss, RuleReply, RuleReplyObject, Rule, RuleStatus } from "./rules/scenario.ts";
export type { CatalogData, DataPolicy, EndpointData, ModelData } from "@patchbay/engine/routing/catalog-data";
export type { ProviderStateInterval, ProviderState, ProviderStates } from "@patchbay/engine/health/provider-state";
export type { ByokKey } from "@patchbay/engine/routing/routing";
export type { Frame, FrameBody, Reply, TextBody } from "@patchbay/service/http/reply";
export type { ScriptedReply } from "./upstreams/scripted.ts";
export type {
  FinishPart,
  Part,
  ProviderError,
  ReasoningPart,
  ReportedUsage,
  TextPart,
  ToolCallPart,
} from "@patchbay/service/parts/part";
export type { ModelOutput } from "@patchbay/service/upstreams/model-output";
export type { Parts, Upstream, UpstreamContext } from "@patchbay/service/upstreams/upstream";
export { parseScenario, type ScenarioFile } from "./options/parse-scenario.ts";
export { findDrift, type Drift } from "./recording/drift.ts";
export { readRecording, type RecordingFile } from "./recording/read-recording.ts";
export type { RecordOptions } from "./recording/recorder.ts";
export type { RecordedExchange, Recording } from "./recording/recording.ts";
export type { ReplayOptions } from "./recording/replayer.ts";
