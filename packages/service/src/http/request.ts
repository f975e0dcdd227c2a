/** Reads headers by case-insensitive name, as `Headers` does. */
export interface HeaderReader {
  get(name: string): string | null;
  has(name: string): boolean;
  /** All headers, names in lower case, for the journal. */
  entries?(): Iterable<readonly [name: string, value: string]>;
  /** The characters of all names and values, if they are cheaper to count than to list. */
  readonly characters?: number;
}

/** A request, independent of its transport. */
export interface IncomingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: HeaderReader;
  /**
   * The text of the body, or a function that reads it. The server calls the function once, and only after it has accepted the
   * key of the request. The function throws an `HttpError` for a body that cannot be read, or that has more than `limit` bytes.
   * Default of `limit`: `bodyLimit`.
   */
  readonly body: string | ((limit?: number) => Promise<string | BodyText>);
  /** The connection of the request, for the access control of the control API. Default: in process, with full access. */
  readonly connection?: Connection;
  /** Aborts when the client disconnects. */
  readonly signal?: AbortSignal;
  /** Whether the header `x-patchbay-fault` has an effect. Default: true. */
  readonly allowFaults?: boolean;
}

/** The connection data of a socket. */
export interface Connection {
  /** The unparsed `Host` header; `undefined` if an HTTP/1.0 request has none. */
  readonly host: string | undefined;
  /** The server's own address: the one to which the client connected, or a public one on which the server listens. */
  readonly address: string | undefined;
  /** The address of the client. */
  readonly client?: string | undefined;
  /** Whether a proxy forwarded the request. */
  readonly isForwarded: boolean;
}

/** The text of a body, with the bytes in UTF-8 from which it was decoded. */
export interface BodyText {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** A request with the text of its body. */
export interface ReadRequest extends IncomingRequest {
  readonly body: string;
  /** The body in UTF-8. Undefined if the request did not arrive at a `node:http` server, or was compressed. */
  readonly bytes?: Uint8Array | undefined;
}

/** Reads the body of a request, of at most `limit` bytes. Default: `bodyLimit`. */
export async function withBody(request: IncomingRequest, limit?: number): Promise<ReadRequest> {
  const read = typeof request.body === "string" ? request.body : await request.body(limit);
  return typeof read === "string" ? { ...request, body: read } : { ...request, body: read.text, bytes: read.bytes };
}

/** Options of `listen`. */
export interface ListenOptions {
  /** Default: 4010. 0 is any free port. */
  readonly port?: number;
  /** Default: 127.0.0.1. */
  readonly host?: string;
}

/** A server on a port. */
export interface ListeningServer {
  readonly port: number;
  /** The base URL for clients, such as `http://127.0.0.1:4010/api/v1`. */
  readonly baseURL: string;
  /**
   * Stops listening and closes the connections. With `drain`, responses in progress get that many milliseconds to finish; a
   * second call without it closes them at once. Every call returns the same promise.
   *
   * @throws {RangeError} if `drain` is not a non-negative number.
   */
  close(options?: CloseOptions): Promise<void>;
}

/** Options of `ListeningServer.close`. */
export interface CloseOptions {
  /** Milliseconds that responses in progress get to finish. Default: 0, they are aborted. */
  readonly drain?: number;
}

/** Maximum size of a body in bytes. */
export const bodyLimit: number = 32 * 1024 * 1024;
