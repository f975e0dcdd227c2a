import type { operations } from "./generated/paths.ts";
import type { OperationId } from "./generated/names.ts";

/** One operation as data: enough to send it or to route it. */
export interface OperationInfo {
  /** Its public name in every language. */
  readonly id: OperationId;
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Below the base URL, with `{name}` for path parameters. */
  readonly path: string;
  /** Which kind of key may call it; `optional` works without one. */
  readonly auth: "inference" | "management" | "optional";
  readonly pathParameters?: readonly string[];
  /** Name → JSON type. */
  readonly queryParameters?: Readonly<Record<string, "string" | "integer" | "number" | "boolean" | "list">>;
  /** Headers with a meaning of their own. */
  readonly headers: readonly string[];
  readonly body?: "json";
  /** HTTP status of a success. */
  readonly status: number;
  /** How it streams: the name of the second verb, and the text that ends the stream. */
  readonly stream?: { readonly verb: string; readonly done: string };
  /** Whether the same call may be sent twice when nobody knows what became of the first. */
  readonly idempotent: boolean;
  readonly pagination?: Pagination;
  /** The error statuses that are documented for it. */
  readonly errors: readonly number[];
}

/** One operation as a client sends it: what is usual is left out, so that it takes few bytes. */
export interface OperationCall extends Pick<
  OperationInfo,
  "id" | "method" | "path" | "body" | "stream" | "pagination"
> {
  /** Of the operations of an account. */
  readonly auth?: "management";
  /** What a usable answer holds. */
  readonly response: ResponseShape;
  /** Query parameters of an operation with a body; without one every field that is not in the path is one. */
  readonly query?: readonly string[];
  /** Whether the same call may be sent twice when nobody knows what became of the first. */
  readonly idempotent?: boolean;
}

/**
 * What a usable answer holds: `{…}` is an object with these fields, `[…]` a list of such items, null any other value that is not
 * null. A name that ends with `?` may be absent or null.
 */
export type ResponseShape = null | readonly [ResponseShape] | { readonly [name: string]: ResponseShape };

/** Names of the parameters and of the fields of the answer by which a list is paged. */
export interface Pagination {
  readonly style: "offset";
  readonly offset: string;
  readonly limit?: string;
  readonly items: string;
  readonly total?: string;
  readonly next?: string;
}

/** Which failures deserve another try, and how long to wait, in milliseconds. */
export interface RetryPolicy {
  readonly statuses: readonly number[];
  /** Every HTTP status from this one on, unknown ones included. */
  readonly statusFrom: number;
  readonly maxRetries: number;
  readonly initialDelayMs: number;
  readonly maxDelayMs: number;
  readonly maxRetryAfterMs: number;
}

/** Tells whether a value obeys the contract. */
export type Validator = (value: unknown) => boolean;

/** Operation → validators of its path and query parameters (one object), of its headers by lower-case name, and of its JSON body. */
export type InputValidators = {
  readonly [Id in OperationId]: {
    readonly parameters?: Validator;
    readonly headers: Validator;
    readonly body?: Validator;
  };
};

/** The types of an operation that answers once. */
export interface Operation<Id extends OperationId> {
  readonly id: Id;
  readonly input: InputOf<Id>;
  readonly output: OutputOf<Id>;
}

/** The types of an operation that answers with events. */
export interface StreamOperation<Id extends OperationId> {
  readonly id: Id;
  readonly input: InputOf<Id>;
  readonly event: EventOf<Id>;
}

/** What a call takes: path parameters, query parameters and body fields in one object. */
export type InputOf<Id extends OperationId> = Join<Join<PathOf<Id>, QueryOf<Id>>, BodyOf<Id>>;

/** The body of a success. */
export type OutputOf<Id extends OperationId> = Media<Success<Id>, "application/json">;

/** One event of a streamed success; `never` when it does not stream. */
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
type Media<Answer, Type extends string> = Answer extends { content: infer Content }
  ? Type extends keyof Content
    ? Content[Type]
    : never
  : never;

type Nothing = Record<never, never>;
type Present<T> = [NonNullable<T>] extends [never] ? Nothing : NonNullable<T>;
/** `A & B` that keeps the name of a lone member. */
type Join<A, B> = [keyof A] extends [never] ? B : [keyof B] extends [never] ? A : { [K in keyof (A & B)]: (A & B)[K] };
