/** Reads headers by name, whatever the case. `Headers` does. */
export interface HeaderReader {
  get(name: string): string | null;
  has(name: string): boolean;
  /** All headers, names in lower case, for the journal. */
  entries?(): Iterable<readonly [name: string, value: string]>;
}

/** A request as a handler of sockets has it. */
export interface IncomingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: HeaderReader;
  /**
   * The text of the body, or a function that reads it. The server calls the function once, and only after it has accepted the
   * key of the request. The function throws an `HttpError` for a body that cannot be read.
   */
  readonly body: string | (() => Promise<string>);
  /** How a request came over a socket; decides about the control API. Default: in process, where it is open. */
  readonly connection?: Connection;
  /** Aborts when the caller leaves. */
  readonly signal?: AbortSignal;
  /** Whether the header `x-patchbay-fault` has an effect. Default: true. */
  readonly allowFaults?: boolean;
}

/** What a socket says about the one who is connected. */
export interface Connection {
  /** The `Host` header as it came; `undefined` when HTTP/1.0 sent none. */
  readonly host: string | undefined;
  /** The server's own address: the one to which the caller connected, or a public one on which the server listens. */
  readonly address: string | undefined;
  /** Whether a proxy passed the request on. */
  readonly isForwarded: boolean;
}

/** A request whose body was read. */
export interface ReadRequest extends IncomingRequest {
  readonly body: string;
}

/** The same request with the text of its body. */
export async function withBody(request: IncomingRequest): Promise<ReadRequest> {
  return { ...request, body: typeof request.body === "string" ? request.body : await request.body() };
}

/** Where to listen. */
export interface ListenOptions {
  /** Default: 4010. 0 is any free port. */
  readonly port?: number;
  /** Default: 127.0.0.1. */
  readonly host?: string;
}

/** A server on a port. */
export interface ListeningServer {
  readonly port: number;
  /** What clients take as base URL, such as `http://127.0.0.1:4010/api/v1`. */
  readonly baseURL: string;
  /**
   * Frees the port and ends the connections. With `drain` the answers under way get that many milliseconds to end; a second call
   * without it cuts them. Every call returns the same promise.
   *
   * @throws {RangeError} when `drain` is not a number from 0.
   */
  close(options?: CloseOptions): Promise<void>;
}

/** How a server on a port is closed. */
export interface CloseOptions {
  /** Milliseconds in which answers under way may end. Default: 0, they are cut. */
  readonly drain?: number;
}

/** The longest body in bytes. */
export const bodyLimit: number = 32 * 1024 * 1024;
