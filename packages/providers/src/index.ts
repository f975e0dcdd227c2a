export {
  providerKinds,
  type Adapter,
  type EmbedResult,
  type ListedModel,
  type ProviderKind,
  type RerankResult,
  type Target,
} from "./adapter.ts";
export {
  ProviderFailure,
  UnsupportedRequest,
  type Fault,
  type NextStep,
  type ProviderFailureFacts,
} from "./failure.ts";
export { createProvider, type Provider, type ProviderOptions } from "./provider.ts";
export type { CallContext } from "./provider/call.ts";
export type { KeyState } from "./provider/key-ring.ts";
export { createAdapter } from "./provider/registry.ts";
export type { OutputBatches } from "./provider/stream-output.ts";
export type { ProviderPart, ProviderUsage } from "./unified.ts";
export type { Timeouts } from "./wire/timeouts.ts";
export { createWire, type SendOptions, type Wire, type WireOptions, type WireResponse } from "./wire/wire.ts";
