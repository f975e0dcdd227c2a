import type { OperationCall } from "@patchbay/spec";
import { isRecord } from "../encoding/is-record.ts";
import { copyInfo } from "../errors/response-info.ts";
import { ApiPromise } from "../http/api-promise.ts";
import type { Exchange } from "../http/exchange.ts";
import { isResponse } from "../http/is-response.ts";
import type { Call } from "../http/request.ts";
import { abortSignal } from "../options/checks.ts";
import { requireOptions } from "../options/known-options.ts";
import type { RequestOptions } from "../options/options.ts";
import { readGiven } from "../options/read-given.ts";
import type { ModelStream, StreamClass, StreamOpener } from "../stream/model-stream.ts";
import type { StreamReader } from "../stream/stream-reader.ts";
import { createPlainMethod, type AnyMethod } from "./method.ts";

/** Any class of streams. */
export type AnyStreamClass = StreamClass<ModelStream<object, object>>;

/** Creates the method of an operation that streams. It returns a stream if its input asks for one. */
export function createStreamableMethod(exchange: Exchange, operation: OperationCall, type: AnyStreamClass): AnyMethod {
  const plain = createPlainMethod(exchange, operation);
  return (input, options) =>
    wantsStream(input)
      ? sendStream(exchange, { operation, input, options: options ?? {} }, type)
      : plain(input, options);
}

/** An unreadable input is refused when the request is built. */
function wantsStream(
  input: Readonly<Record<string, unknown>> | null | undefined,
): input is Readonly<Record<string, unknown>> {
  try {
    return input?.stream === true;
  } catch {
    return false;
  }
}

/** Creates a method that returns a stream. The request is sent when reading starts. */
export function createStreamMethod(exchange: Exchange, operation: OperationCall, type: AnyStreamClass): AnyMethod {
  return (input = {}, callOptions) => {
    const open: StreamOpener<object> = async (ended) => {
      const call = readGiven(`The input of ${operation.id}`, () =>
        toStreamCall(operation, input, callOptions ?? {}, ended),
      );
      // No promise of this call has `asResponse()`.
      const reader = (await openReader(exchange, call, type)) as StreamReader<object>;
      copyInfo(reader, stream);
      return reader;
    };
    const stream = create(type, open);
    return stream;
  };
}

/** The call of a stream. It ends with the caller's signal and with the stream. */
function toStreamCall(
  operation: OperationCall,
  input: Call["input"],
  options: RequestOptions,
  ended: AbortSignal,
): Call {
  requireOptions(`the call ${operation.id}`, options);
  const { signal } = options;
  if (signal !== undefined && signal !== null) abortSignal("signal", signal);
  return {
    operation,
    // A value that is not an object is refused when the request is built.
    input: isRecord(input) && !Array.isArray(input) ? { ...input, stream: true } : input,
    options: { ...options, signal: signal ? AbortSignal.any([signal, ended]) : ended },
  };
}

/** Sends the call, and returns a stream when its first event has arrived. */
function sendStream(exchange: Exchange, call: Call, type: AnyStreamClass): ApiPromise<ModelStream<object, object>> {
  const send = async (): Promise<ModelStream<object, object> | Response> => {
    const reader = await openReader(exchange, call, type);
    if (isResponse(reader)) return reader;
    const stream = create(type, reader);
    copyInfo(reader, stream);
    return stream;
  };
  return new ApiPromise(send(), call);
}

/** Loads the code that reads the stream before the request is sent, so that no request is lost if it cannot be loaded. */
function openReader(
  exchange: Exchange,
  call: Call,
  { kind: { parts } }: AnyStreamClass,
): Promise<StreamReader<object> | Response> {
  return exchange.attempt(
    call,
    (response, { deadline, end }) => {
      const { openStream, createFormat } = parts.loaded!;
      const { operation, options, input } = call;
      const { validate, idleTimeout } = exchange.settings;
      const opened = {
        operation,
        choices: Number(input.n ?? 1) || 1,
        idleTimeout: options.idleTimeout ?? idleTimeout,
        deadline,
        validate,
        onEnd: end,
      };
      return openStream(response, opened, createFormat);
    },
    parts.loaded ? undefined : parts.load,
  );
}

/** The events are those of the class: the contract names it for the operation. */
function create(Stream: AnyStreamClass, open: StreamOpener<object>): ModelStream<object, object> {
  return new Stream(open as StreamOpener<never>);
}
