import type { Bytes } from "./bytes.ts";

/** An answer as data. Two writers render it: render/response.ts for `fetch`, render/node.ts for sockets. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: TextBody | FrameBody;
  /** Bytes of another service, sent as they come in place of `body`. When the stream fails, so does the connection. */
  readonly stream?: ReadableStream<Bytes>;
  /** Headers that are sent once for each value, such as `set-cookie`, whose values cannot be joined. Names are in lower case. */
  readonly repeated?: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds before it begins. Default: 0. */
  readonly delayMs?: number;
  /** Nothing is sent: nobody listens, or the connection breaks before the headers. */
  readonly connection?: "refused" | "reset";
  /** Milliseconds for which the caller may read nothing while data waits for it; then the connection is cut. Default: 60,000. */
  readonly writeTimeout?: number;
  /** Whether the body is announced and not sent: the answer to HEAD. */
  readonly isHead?: boolean;
}

/** Default of `writeTimeout`. */
export const defaultWriteTimeout: number = 60_000;

/** A body that is written at once. */
export interface TextBody {
  readonly kind: "text";
  readonly text: string;
  /** Called once by whoever writes it: with 1 when it was sent, or 0 when the caller left before, and whether it was sent. */
  readonly ended?: (sent: number, complete: boolean) => void;
}

/** A body that is written piece by piece. */
export interface FrameBody {
  readonly kind: "frames";
  readonly frames: readonly Frame[];
  /**
   * What comes after the last frame: the end of the body, the end of the connection without it, a reset of the connection, or
   * nothing for ever. Default: `clean`.
   */
  readonly end?: "clean" | "close" | "reset" | "hang";
  /** Called once: with how many frames were handed over, and whether those were all. */
  readonly ended: (sent: number, complete: boolean) => void;
}

/** A piece of a body and when it is due. */
export interface Frame {
  readonly text: string;
  /** Sent in place of the text, where that was cut in the middle of a character. */
  readonly bytes?: ReturnType<InstanceType<typeof TextEncoder>["encode"]>;
  /** Milliseconds after the headers. */
  readonly at: number;
  /** Whether it is sent in a write of its own. Default: false. */
  readonly isAlone?: boolean;
}

/** A JSON reply. */
export function json(body: unknown, status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: { kind: "text", text: JSON.stringify(body) },
  };
}
