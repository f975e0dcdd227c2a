import type { operations } from "./generated/paths.ts";
import type { OperationId } from "./generated/names.ts";

/** One operation as data: enough to send a request or to route it. */
export interface OperationInfo {
  /** Its public name in every language. */
  readonly id: OperationId;
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** The path below the base URL, with `{name}` for each path parameter. */
  readonly path: string;
  /** The kind of API key that may call it; `optional` works without a key. */
  readonly auth: "inference" | "management" | "optional";
  readonly pathParameters?: readonly string[];
  /** Name → JSON type. */
  readonly queryParameters?: Readonly<Record<string, "string" | "integer" | "number" | "boolean" | "list">>;
  /** The header parameters that the operation documents. */
  readonly headers: readonly string[];
  readonly body?: "json";
  /** HTTP status of a success. */
  readonly status: number;
  /** How it streams; absent if it does not. */
  readonly stream?: StreamInfo;
  /** Whether a client may send the same request again when it does not know the outcome of the first one. */
  readonly idempotent: boolean;
  readonly pagination?: Pagination;
  /** The error statuses that it documents. */
  readonly errors: readonly number[];
}

/** How the events of a stream add up to the response: as the chunks of a chat completion, or as events of one of the other APIs. */
export type Accumulator = "chat" | "responses" | "messages";

/** How an operation streams: its second method, the end of the stream, and how its events are read. */
export interface StreamInfo {
  /** The name of the streaming method, such as `stream`. */
  readonly verb: string;
  readonly accumulator: Accumulator;
  /** The last `data:` payload, which is not JSON. Absent if the stream ends with its last event. */
  readonly done?: string;
  /** The field of an event that contains its type, which is also the SSE event name. Absent if events have no type. */
  readonly typeField?: string;
  /** The types of the events after which the response is complete. Absent if only `done` ends the stream. */
  readonly terminalEvents?: readonly string[];
  /**
   * Type of an event that reports a failure and ends the stream → path of the error in it. A dot leads into an object, as
   * in `response.error`; an empty path is the event itself.
   */
  readonly errorEvents?: Readonly<Record<string, string>>;
}

/** One operation as a client needs it to send a request. Defaults are omitted to keep bundles small. */
export interface OperationCall extends Pick<OperationInfo, "id" | "method" | "path" | "body" | "pagination"> {
  /** How it streams; absent if it does not. Without `accumulator`, its events add up to a chat completion. */
  readonly stream?: Omit<StreamInfo, "accumulator"> & { readonly accumulator?: Exclude<Accumulator, "chat"> };
  /** Present if the operation needs a management key. */
  readonly auth?: "management";
  /** The fields of a usable response. */
  readonly response: ResponseShape;
  /** The query parameters of an operation with a body. Without a body, every field outside the path is a query parameter. */
  readonly query?: readonly string[];
  /** Whether a client may send the same request again when it does not know the outcome of the first one. */
  readonly idempotent?: boolean;
}

/**
 * The fields of a usable response: `{…}` is an object with these fields, `[…]` a list of such items, null any other value
 * that is not null. A name that ends with `?` may be absent or null.
 */
export type ResponseShape = null | readonly [ResponseShape] | { readonly [name: string]: ResponseShape };

/** The names of the parameters and response fields that page a list. A dot leads into an object, as in `links.next`. */
export interface Pagination {
  readonly style: "offset";
  readonly offset: string;
  readonly limit?: string;
  readonly items: string;
  readonly total?: string;
  readonly next?: string;
}

/** Returns whether a value conforms to the contract. */
export type Validator = (value: unknown) => boolean;

/** Operation → validators of its path and query parameters (one object), its headers by lower-case name, and its JSON body. */
export type InputValidators = {
  readonly [Id in OperationId]: {
    readonly parameters?: Validator;
    readonly headers: Validator;
    readonly body?: Validator;
  };
};

/** The types of an operation that returns one response. */
export interface Operation<Id extends OperationId> {
  readonly id: Id;
  readonly input: InputOf<Id>;
  readonly output: OutputOf<Id>;
}

/** The types of an operation that streams events. */
export interface StreamOperation<Id extends OperationId> {
  readonly id: Id;
  readonly input: InputOf<Id>;
  readonly event: EventOf<Id>;
}

/** The input of a call: path parameters, query parameters and body fields in one object. */
export type InputOf<Id extends OperationId> = Join<Join<PathOf<Id>, QueryOf<Id>>, BodyOf<Id>>;

/** The body of a successful response. */
export type OutputOf<Id extends OperationId> = Media<Success<Id>, "application/json">;

/** One event of the stream; `never` if the operation does not stream. */
export type EventOf<Id extends OperationId> = Media<Success<Id>, "text/event-stream">;

type PathOf<Id extends OperationId> = Present<operations[Id]["parameters"] extends { path: infer P } ? P : undefined>;
type QueryOf<Id extends OperationId> = Present<
  operations[Id]["parameters"] extends { query?: infer Q } ? Q : undefined
>;
type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { "application/json": infer B } };
}
  ? B
  : Nothing;
type Success<Id extends OperationId> = operations[Id]["responses"][keyof operations[Id]["responses"] & (200 | 201)];
type Media<Response, Type extends string> = Response extends { content: infer Content }
  ? Type extends keyof Content
    ? Content[Type]
    : never
  : never;

type Nothing = Record<never, never>;
type Present<T> = [NonNullable<T>] extends [never] ? Nothing : NonNullable<T>;
/** `A & B`, or the only member under its own name if the other one is empty. */
type Join<A, B> = [keyof A] extends [never] ? B : [keyof B] extends [never] ? A : { [K in keyof (A & B)]: (A & B)[K] };
