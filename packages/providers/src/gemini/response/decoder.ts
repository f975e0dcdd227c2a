import type { ProviderPart, ProviderUsage } from "../../unified.ts";
import type { ProviderFailureFacts } from "../../failure.ts";
import type { PartDecoder, Target, WireEvent } from "../../adapter.ts";
import { createCallId } from "../../content/call-id.ts";
import { formatArguments } from "../../content/tool-arguments.ts";
import { toDataUrl } from "../../content/data-url.ts";
import { classify } from "../../failures/classify.ts";
import { toErrorPart } from "../../failures/error-part.ts";
import { malformed, truncated } from "../../failures/response-failures.ts";
import { isObject, parseJson, toCount, toObject, toObjects, toText, type JsonObject } from "../../fields/json-value.ts";
import { geminiFormat, toSignatureDetail, type SignaturePlace } from "../format/thought-signature.ts";
import { toCitations } from "./citations.ts";
import { readGeminiStreamError } from "./error.ts";
import { mapFinishReason } from "./finish-reason.ts";
import { toUsage } from "./usage.ts";

/** What a response had so far. */
interface State {
  readonly issuer: string;
  /** Ids of the calls so far. */
  readonly callIds: Set<string>;
  calls: number;
  images: number;
  /** The text, which citations refer to. */
  text: string;
  finishReason: string | undefined;
  finishMessage: string | undefined;
  blockReason: string | undefined;
  grounding: JsonObject | undefined;
  hasFailed: boolean;
  isIdentified: boolean;
  usage: ProviderUsage | undefined;
  /** Whether an event with output had no finish reason, so that a finish reason means the end. */
  hasOpenEvent: boolean;
}

/**
 * Creates the decoder of a response. Each event is a whole `GenerateContentResponse`. A finish reason may come with every event,
 * and before the calls, so the finish is at the end of the connection.
 */
export function createGeminiDecoder({ issuer }: Pick<Target, "issuer">): PartDecoder {
  const state: State = {
    issuer,
    callIds: new Set(),
    calls: 0,
    images: 0,
    text: "",
    finishReason: undefined,
    finishMessage: undefined,
    blockReason: undefined,
    grounding: undefined,
    hasFailed: false,
    isIdentified: false,
    usage: undefined,
    hasOpenEvent: false,
  };
  return {
    push: (event) => (state.hasFailed ? [] : failOnError(state, readEvent(state, event))),
    end: () => (state.hasFailed ? [] : finish(state)),
    isComplete: () => state.hasOpenEvent && state.finishReason !== undefined,
  };
}

/** Nothing follows an error. */
function failOnError(state: State, parts: readonly ProviderPart[]): readonly ProviderPart[] {
  state.hasFailed = parts.some((part) => part.type === "error");
  return parts;
}

function readEvent(state: State, { data }: WireEvent): ProviderPart[] {
  const body = parseJson(data);
  if (!isObject(body)) return [toErrorPart(malformed("an event that is not a JSON object", data))];
  if (body.error !== undefined) return [toErrorPart(readGeminiStreamError(body))];
  const usage = readUsage(state, body);
  state.blockReason = toText(toObject(body.promptFeedback).blockReason) ?? state.blockReason;
  const candidate = toObjects(body.candidates).find(({ index }) => index === undefined || index === 0);
  const head = readHead(state, body);
  if (!candidate) return [...head, ...usage];
  if (isObject(candidate.groundingMetadata)) state.grounding = candidate.groundingMetadata;
  const reason = toText(candidate.finishReason);
  if (reason !== undefined && reason !== "FINISH_REASON_UNSPECIFIED") state.finishReason = reason;
  else state.hasOpenEvent = true;
  state.finishMessage = toText(candidate.finishMessage) ?? state.finishMessage;
  const parts = toObjects(toObject(candidate.content).parts).flatMap((part) => readPart(state, part));
  return [...head, ...parts, ...usage];
}

function readUsage(state: State, { usageMetadata }: JsonObject): ProviderPart[] {
  if (!isObject(usageMetadata) || toCount(usageMetadata.promptTokenCount) === undefined) return [];
  state.usage = toUsage(usageMetadata);
  return [{ type: "usage", usage: state.usage }];
}

/** Id and model of the response, once. */
function readHead(state: State, { responseId, modelVersion }: JsonObject): ProviderPart[] {
  const id = toText(responseId);
  const model = toText(modelVersion);
  if (state.isIdentified || (id === undefined && model === undefined)) return [];
  state.isIdentified = true;
  return [{ type: "response", ...(id !== undefined && { id }), ...(model !== undefined && { model }) }];
}

function readPart(state: State, part: JsonObject): ProviderPart[] {
  if (isObject(part.functionCall)) return readCall(state, part, part.functionCall);
  if (isObject(part.inlineData)) return readImage(state, part, part.inlineData);
  const text = typeof part.text === "string" ? part.text : "";
  if (part.thought === true)
    return text === "" ? signatureOf(state, part, "text") : [{ type: "reasoning", text, format: geminiFormat }];
  state.text += text;
  return [...(text === "" ? [] : [{ type: "text" as const, text }]), ...signatureOf(state, part, "text")];
}

/** A whole call. Ids are unique within a response, since a result refers to its call by id. */
function readCall(state: State, part: JsonObject, call: JsonObject): ProviderPart[] {
  const given = toText(call.id);
  const id = given !== undefined && !state.callIds.has(given) ? given : createCallId();
  state.callIds.add(id);
  const index = state.calls++;
  const args = formatArguments(call.args);
  return [
    ...signatureOf(state, part, { call: id }),
    { type: "tool-call-delta", index, id, name: toText(call.name) ?? "", arguments: args },
  ];
}

/** An image of the output. Other media have no part. An image of a thought is a draft. */
function readImage(state: State, part: JsonObject, { mimeType, data }: JsonObject): ProviderPart[] {
  const isImage = typeof data === "string" && typeof mimeType === "string" && mimeType.startsWith("image/");
  if (!isImage || part.thought === true) return [];
  const url = toDataUrl({ mediaType: mimeType, base64: data });
  return [{ type: "images", urls: [url] }, ...signatureOf(state, part, `image-${state.images++}`)];
}

function signatureOf({ issuer }: State, { thoughtSignature }: JsonObject, place: SignaturePlace): ProviderPart[] {
  const signature = toText(thoughtSignature);
  if (signature === undefined) return [];
  return [{ type: "reasoning-details", details: [toSignatureDetail(signature, place, issuer)] }];
}

function finish(state: State): ProviderPart[] {
  const { finishReason, finishMessage, blockReason, grounding, calls } = state;
  const native = finishReason ?? blockReason;
  if (native === undefined) return [toErrorPart(truncated())];
  const citations = grounding ? toCitations(grounding, state.text) : [];
  const annotations: ProviderPart[] = [
    ...(citations.length > 0 ? [{ type: "annotations" as const, annotations: citations }] : []),
    ...countSearches(state),
  ];
  const reason = finishReason === undefined ? "content_filter" : mapFinishReason(finishReason, calls > 0);
  if (reason !== "error") return [...annotations, { type: "finish", reason, nativeReason: native }];
  return [...annotations, toErrorPart(toFailure(native, finishMessage))];
}

/** The usage with the searches that grounded the output, which are billed apart. */
function countSearches({ usage, grounding }: State): ProviderPart[] {
  const queries = grounding?.webSearchQueries;
  if (!usage || !Array.isArray(queries) || queries.length === 0) return [];
  return [{ type: "usage", usage: { ...usage, webSearches: queries.length } }];
}

/** An output that is unusable, such as a malformed call. Another attempt can succeed. */
function toFailure(native: string, message: string | undefined): ProviderFailureFacts {
  const text = `The provider ended its response with ${native}${message === undefined ? "." : `: ${message}`}`;
  return { ...classify({ status: 502, message: text, code: native }), message: text };
}
