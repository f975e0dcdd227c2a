import type { ErrorAvailability, ErrorMetadata, RoutingMetadata } from "@patchbay/spec";
import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";

/** The details of an error response in addition to its message. */
export interface HttpErrorDetails {
  readonly metadata?: ErrorMetadata;
  readonly availability?: ErrorAvailability;
  readonly headers?: Readonly<Record<string, string>>;
  /** The attempts before the error. */
  readonly attempts?: readonly EndpointAttempt[];
  /** The routing metadata, if the caller asked for it. */
  readonly routing?: RoutingMetadata;
  /** A code that names the cause, and the unsupported features, for the form of Anthropic's API. */
  readonly cause?: { readonly error_code: string; readonly unsupported?: string[] };
}

export type ErrorType = ErrorMetadata["error_type"];

/** The error of a response, as every form of an error body needs it. */
export interface ResponseError {
  readonly status: number;
  readonly message: string;
  /** The `error_type`: that of the details, or the default of the status. */
  readonly errorType: ErrorType;
  readonly details: HttpErrorDetails;
}
