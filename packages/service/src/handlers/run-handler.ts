import type { OperationInfo } from "@patchbay/spec";
import type { HandlerResult, KeyedContext } from "../context/handler.ts";
import { toErrorBody } from "../dialects/index.ts";
import { HttpError, withShortTexts } from "../http/http-error.ts";
import { json, type FrameBody, type LiveBody, type Reply } from "../http/reply.ts";
import { redactJson } from "../redact/redact-json.ts";

/** Runs the handler of an operation, one of `handlers`. Its `HttpError` becomes a reply, so that the faults of a rule apply to it as well. */
export async function runHandler(
  handlers: object,
  operation: OperationInfo,
  input: Record<string, unknown>,
  context: KeyedContext,
): Promise<Reply> {
  try {
    return toReply(operation, await handlerOf(handlers, operation)(input, context));
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    context.note.attempts = error.details.attempts ?? context.note.attempts ?? [];
    return withoutSecrets(error.toReply());
  }
}

/** An error message can repeat what the caller sent, so secrets are redacted. */
export function withoutSecrets(reply: Reply): Reply {
  if (reply.body.kind !== "text") return reply;
  return { ...reply, body: { ...reply.body, text: redactJson(reply.body.text) } };
}

/** The reply with its error in the form of the dialect that the path of the request belongs to. */
export function inErrorForm(reply: Reply, path: string): Reply {
  const body = reply.error && toErrorBody(path.replace(/^\/api\/v1/, ""), reply.error);
  if (!body) return reply;
  return withoutSecrets({ ...reply, body: { kind: "text", text: JSON.stringify(withShortTexts(body)) } });
}

type AnyHandler = (
  input: Record<string, unknown>,
  context: KeyedContext,
) => HandlerResult<unknown> | Promise<HandlerResult<unknown>>;

/** The input was validated against the schema of this operation. The type system cannot express that. */
function handlerOf(handlers: object, { id }: OperationInfo): AnyHandler {
  return (handlers as Readonly<Record<OperationInfo["id"], AnyHandler>>)[id];
}

function toReply({ status, stream }: OperationInfo, { body, headers }: HandlerResult<unknown>): Reply {
  if (stream && isFrames(body))
    return {
      status: 200,
      headers: { "content-type": "text/event-stream", "cache-control": "no-cache", ...headers },
      body,
    };
  return json(body, status, headers);
}

function isFrames(body: unknown): body is FrameBody | LiveBody {
  const { kind } = body as { kind?: unknown };
  return kind === "frames" || kind === "live";
}
