export { providerKinds, type Adapter, type ProviderKind, type ListedModel } from "./adapter.ts";
export {
  ProviderFailure,
  UnsupportedRequest,
  type Fault,
  type NextStep,
  type ProviderFailureFacts,
} from "./failure.ts";
