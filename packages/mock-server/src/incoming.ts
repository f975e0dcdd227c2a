/** Reads headers by name, whatever the case. `Headers` does. */
export interface HeaderReader {
  get(name: string): string | null;
  has(name: string): boolean;
}

/** A request as a handler of sockets has it. */
export interface IncomingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: HeaderReader;
  readonly body: string;
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
