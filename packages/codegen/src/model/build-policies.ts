import { isObject, type JsonObject } from "../json.ts";
import { toText } from "./build-types.ts";
import type {
  ClientPolicy,
  ErrorPolicy,
  ErrorTypeInfo,
  FailureKindInfo,
  FallbackPolicy,
  Policies,
  RetryPolicy,
} from "./policies.ts";

/** Reads the policies of the bundled document. */
export function buildPolicies(document: JsonObject): Policies {
  const retryPolicy = document["x-retry"] as unknown as RetryPolicy;
  const [server] = document.servers as JsonObject[];
  const client = document["x-client"] as unknown as Omit<ClientPolicy, "baseURL">;
  return {
    retryPolicy,
    clientPolicy: { baseURL: String(server!.url), ...client },
    errorPolicy: buildErrors(document, retryPolicy),
    fallbackPolicy: buildFallback(document),
    mergePolicy: document["x-merge"] as unknown as Policies["mergePolicy"],
  };
}

/** Whether the retry policy repeats a request after a response with this status. */
export function isRetryable(status: number, { statuses, statusFrom }: RetryPolicy): boolean {
  return status >= statusFrom || statuses.includes(status);
}

function buildErrors(document: JsonObject, retryPolicy: RetryPolicy): ErrorPolicy {
  const { types, ...policy } = document["x-errors"] as JsonObject;
  const descriptions = describeErrorTypes(document);
  return {
    ...(policy as unknown as Omit<ErrorPolicy, "types">),
    types: Object.entries(types as Record<string, number>).map(([type, status]): ErrorTypeInfo => ({
      type,
      status,
      retryable: isRetryable(status, retryPolicy),
      description: toText(descriptions[type]),
    })),
  };
}

function describeErrorTypes({ components }: JsonObject): JsonObject {
  const { ErrorMetadata } = (components as { schemas: Record<string, JsonObject | undefined> }).schemas;
  const property = (ErrorMetadata?.properties as JsonObject | undefined)?.error_type;
  return isObject(property) ? (property["x-enumDescriptions"] as JsonObject) : {};
}

function buildFallback(document: JsonObject): FallbackPolicy {
  const { kinds, ...policy } = document["x-fallback"] as JsonObject;
  return {
    ...(policy as unknown as Omit<FallbackPolicy, "kinds">),
    kinds: Object.entries(kinds as Record<string, JsonObject>).map(([kind, info]): FailureKindInfo => ({
      kind,
      description: toText(info.description),
      action: info.action as FailureKindInfo["action"],
      mayBeBilled: info.mayBeBilled === true,
      blamesModel: info.blamesModel === true,
      sameForAll: info.sameForAll === true,
    })),
  };
}
