import type { Example } from "../contract/examples.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Policies } from "./policies.ts";

/**
 * The API as plain data that belongs to no programming language. Every emitter prints from this model alone. Names and
 * values are those of the wire; an emitter adapts them to its language (`max_tokens`, `maxTokens`, `MaxTokens`).
 */
export interface ApiModel extends Policies {
  /** In the order of the contract. */
  readonly operations: readonly Operation[];
  /** Every named schema, sorted by name. */
  readonly schemas: readonly NamedSchema[];
  /** Every error status that an operation documents, in ascending order. */
  readonly errors: readonly ErrorInfo[];
  /** Known model ids, for completion in editors. Any other id is valid. */
  readonly modelIds: readonly string[];
  /** The examples of every operation, checked against its schemas. */
  readonly examples: readonly Example[];
  readonly documents: Documents;
}

/** OpenAPI documents, for third-party generators and for publication. Limits such as `minLength` are only here. */
interface Documents {
  /** The bundled contract. Every `$ref` is internal. */
  readonly bundled: JsonObject;
  /** The bundled contract with its examples, and with streams described by their events. */
  readonly published: JsonObject;
  /** The mock server's control API. */
  readonly control: JsonObject;
}

/** One operation: everything that a method of an SDK needs. */
export interface Operation {
  /** Its public name in every language, such as `chat.completions.create`. */
  readonly id: string;
  /** The resources that lead to the operation, such as `["chat", "completions"]`. */
  readonly resource: readonly string[];
  /** The last word of the id, such as `create`. */
  readonly verb: string;
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly method: string;
  /** The path below the base URL, with `{name}` for each path parameter. */
  readonly path: string;
  readonly auth: Authentication;
  readonly parameters: Readonly<Record<ParameterLocation, readonly Parameter[]>>;
  /** The JSON body; absent if the operation takes none. */
  readonly body?: RequestBody;
  readonly success: SuccessResponse;
  /** How the operation streams; absent if it does not. */
  readonly stream?: Stream;
  /** How its list is paged; absent if it returns no pages. */
  readonly pagination?: Pagination;
  /** Whether a client may send the same request again when it does not know the outcome of the first one. */
  readonly idempotent: boolean;
  /** Whether a 404 can mean that the resource is not available yet, so that a client offers to poll (`x-poll`). */
  readonly pollable: boolean;
  /** The error statuses that the operation documents, in the order of the contract. */
  readonly errors: readonly ErrorResponse[];
}

/** The kind of API key that may call an operation; `optional` works without a key. */
export type Authentication = "inference" | "management" | "optional";

export type ParameterLocation = "path" | "query" | "header";

export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly type: Type;
  /** The unit of the value. */
  readonly unit?: Unit;
  /** Language → the name of the parameter there, where the language reserves `name`. */
  readonly names: Readonly<Record<string, string>>;
  /** The text between several values in one query parameter. Such a parameter may also be repeated. */
  readonly separator?: string;
  /** The option of an SDK for this header (`x-option`); absent for most. */
  readonly option?: HeaderOption;
  /** Its JSON Schema, for validators. References lead into `documents.bundled`. */
  readonly jsonSchema: JsonObject;
}

/** An option of an SDK that is sent as a header. */
export interface HeaderOption {
  /** A dot leads into an object: `app.title` is the field `title` of the option `app`. */
  readonly name: string;
  /** Whether the client or each call has the option. */
  readonly scope: "client" | "call";
  /**
   * How a value with characters outside ASCII is sent. `percent`: these characters and `%` are percent-encoded. `url`: as
   * the normalized URL. An ASCII value is sent unchanged.
   */
  readonly encoding?: "percent" | "url";
  /** The option is a list. Its encoded values are joined with this text. */
  readonly separator?: string;
}

export interface RequestBody {
  readonly required: boolean;
  readonly type: Type;
  /** Its JSON Schema, for validators. References lead into `documents.bundled`. */
  readonly jsonSchema: JsonObject;
}

export interface SuccessResponse {
  readonly status: number;
  readonly description: string;
  /** Name of the schema of the JSON body. */
  readonly schema: string;
  /** The fields without which the body is unusable (`x-essential`). */
  readonly shape: ResponseShape;
  readonly headers: readonly ResponseHeader[];
}

export interface ResponseHeader {
  readonly name: string;
  readonly description: string;
}

/**
 * The fields of a usable response: `{…}` is an object with these fields, `[…]` a list of such items, null any other value
 * that is not null. A name that ends with `?` may be absent or null.
 */
export type ResponseShape = Json;

/** An operation that streams has a second verb. It sends the same request with `stream: true` in the body. */
export interface Stream {
  /** The second verb, such as `stream`. */
  readonly verb: string;
  /** How the events add up to the response. */
  readonly accumulator: string;
  /** The last `data:` payload, which is not JSON; absent if the stream ends with its last event. */
  readonly done?: string;
  /** The field of an event that contains its type, which is also the SSE event name; absent if events have no type. */
  readonly typeField?: string;
  /** The types of the events after which the response is complete; absent if only `done` ends the stream. */
  readonly terminalEvents?: readonly string[];
  /**
   * Type of an event that reports a failure and ends the stream → path of the error in it. A dot leads into an object; an
   * empty path is the event itself.
   */
  readonly errorEvents?: Readonly<Record<string, string>>;
  /** Name of the schema of an event. */
  readonly event: string;
}

/** The parameters and response fields that page a list. A dot leads into an object, as in `links.next`. */
export interface Pagination {
  readonly style: "offset";
  /** Query parameter: the index of the first item. */
  readonly offset: string;
  /** Query parameter: the number of items. */
  readonly limit?: string;
  /** Response field: the items of the page. */
  readonly items: string;
  /** Response field: the number of items on all pages. */
  readonly total?: string;
  /** Response field: the URL of the next page; null on the last page. */
  readonly next?: string;
  /** The type of one item. */
  readonly itemType: Type;
}

/** An error status. Every operation has the same code for it. */
export interface ErrorInfo {
  readonly status: number;
  /** The stable code on which callers branch. */
  readonly code: string;
  /** Whether the retry policy repeats a request after this status. */
  readonly retryable: boolean;
  readonly description: string;
}

/** The response of an error status of one operation. The body depends on the operation. */
export interface ErrorResponse extends ErrorInfo {
  /** Name of the schema of the JSON body. */
  readonly schema: string;
}

/** A schema with a name, which becomes a type in every language. */
export interface NamedSchema {
  readonly name: string;
  /** The topic that the schema belongs to, such as `messages`: the file of the contract that defines it. */
  readonly topic: string;
  readonly description: string;
  readonly deprecated: boolean;
  /** Whether requests contain it. In such a schema, null in an optional property means that the property is absent. */
  readonly inRequests: boolean;
  /** Whether responses contain it. */
  readonly inResponses: boolean;
  /**
   * Name of the schema of requests that accepts every value of this one, so that a response can be sent back. The
   * properties of this schema are properties of that one.
   */
  readonly sentBackAs?: string;
  readonly type: Type;
}

/** The type of a value. */
export type Type = { readonly nullable: boolean } & (
  | { readonly kind: "any" | "boolean" | "integer" | "number" }
  /** `format` is `date` or `date-time`. */
  | { readonly kind: "string"; readonly format?: string }
  | ConstType
  | EnumType
  | { readonly kind: "list"; readonly items: Type }
  /** An object with any keys. */
  | { readonly kind: "map"; readonly values: Type }
  | ObjectType
  /** A value of one of several JSON types, such as a string or a list. */
  | { readonly kind: "union"; readonly members: readonly Type[] }
  | DiscriminatedUnion
  /** A named schema. */
  | { readonly kind: "reference"; readonly name: string }
);

/** One value of a scalar type. */
export interface ConstType {
  readonly kind: "const";
  readonly base: "string" | "integer" | "number" | "boolean";
  readonly value: string | number | boolean;
}

/** The known values of a scalar type. */
export interface EnumType {
  readonly kind: "enum";
  readonly base: "string" | "integer" | "number";
  /** The name of an inline enum; absent for a named schema. No other enum and no schema has it. */
  readonly title?: string;
  readonly values: readonly EnumValue[];
  /**
   * Whether the API may return or accept other values in future. If false, the API rejects every other value with 400
   * today. SDKs should accept any value of the base type in both cases and offer the known ones for completion.
   */
  readonly open: boolean;
}

export interface EnumValue {
  readonly value: string | number;
  readonly description: string;
}

/** An object. It may always have unknown properties. */
export interface ObjectType {
  readonly kind: "object";
  /** The name of an inline object; absent for a named schema. */
  readonly title?: string;
  readonly properties: readonly Property[];
  /** Whether the contract documents that unknown properties are passed on. */
  readonly open: boolean;
}

export interface Property {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly type: Type;
  /** The unit of the value, or of each number in it. */
  readonly unit?: Unit;
  /** Whether the value, or each value of a map, is a secret, such as an API key. Logs and recordings must not show it. */
  readonly secret: boolean;
  /** Language → the name of the property there, where the language reserves `name`. The wire has `name` everywhere. */
  readonly names: Readonly<Record<string, string>>;
  /** Whether the property selects the member of a discriminated union. Its values stay closed in every language. */
  readonly discriminator: boolean;
  /** Whether null removes the stored value, where an absent property preserves it. */
  readonly nullRemoves: boolean;
}

/**
 * The unit of a number or a string (`x-unit`). Money is in USD: a JSON number, or a string of decimal digits. `unix_s` and
 * `unix_ms` are times, `s` and `ms` durations, and `iso_8601` is a time as a string.
 */
export type Unit =
  | "usd"
  | "usd_per_token"
  | "usd_per_million_tokens"
  | "tokens"
  | "tokens_per_second"
  | "ms"
  | "s"
  | "unix_s"
  | "unix_ms"
  | "iso_8601";

/**
 * A union of named objects. The value of one property, the tag, selects the member. If the tag is optional in one member,
 * a value without it belongs to that member.
 */
export interface DiscriminatedUnion {
  readonly kind: "discriminated_union";
  /** The name of that property. */
  readonly discriminator: string;
  readonly members: readonly UnionMember[];
  /** Name of the schema of values with any other tag, which is a string; absent if the union is closed. */
  readonly open?: string;
}

export interface UnionMember {
  /** Name of the member's schema. */
  readonly schema: string;
  /** The values of the discriminator that select this member. */
  readonly values: readonly string[];
}
