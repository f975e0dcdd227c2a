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
   * key of the request. The function throws a `Refusal` for a body that cannot be read.
   */
  readonly body: string | (() => Promise<string>);
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
export interface Listening {
  readonly port: number;
  /** What clients take as base URL, such as `http://127.0.0.1:4010/api/v1`. */
  readonly baseURL: string;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/** The longest body in bytes. */
export const bodyLimit: number = 32 * 1024 * 1024;
