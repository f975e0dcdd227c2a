import type { Bytes } from "./bytes.ts";
import type { ResponseError } from "./error-details.ts";

/** A response as data. `to-response.ts` renders it for `fetch`, `to-socket.ts` for sockets. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: TextBody | FrameBody | LiveBody;
  /** Bytes of an upstream API, forwarded in place of `body`. If the stream fails, the connection breaks. */
  readonly stream?: ReadableStream<Bytes>;
  /** Headers that are sent once per value, such as `set-cookie`, whose values cannot be joined. Names are in lower case. */
  readonly repeated?: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds before the response begins. Default: 0. */
  readonly delayMs?: number;
  /** No response is sent: the connection is refused, or it is reset before the headers. */
  readonly connection?: "refused" | "reset";
  /** Milliseconds from the end of the response until the connection is closed, without an announcement. Default: it stays open. */
  readonly closeAfterMs?: number;
  /** Milliseconds for which a client may read nothing while data is pending, before the connection is closed. Default: 60,000. */
  readonly writeTimeout?: number;
  /** The error that the body describes, so that the body can be written in the form of another API. */
  readonly error?: ResponseError;
  /** Whether the headers describe a body that is not sent: the response to HEAD. */
  readonly isHead?: boolean;
}

/** Default of `writeTimeout`. */
export const defaultWriteTimeout: number = 60_000;

/** A body in one piece. */
export interface TextBody {
  readonly kind: "text";
  readonly text: string;
  /** Called once by the writer, with 1 and true if the body was sent, or 0 and false if the client disconnected before. */
  readonly ended?: (sent: number, complete: boolean) => void;
}

/** A body that is written in frames. */
export interface FrameBody {
  readonly kind: "frames";
  readonly frames: readonly Frame[];
  /** The same frames in a short form, if they are due at once. */
  readonly joined?: ShortFrames | undefined;
  /**
   * What follows the last frame: the end of the body, a closed connection without it, a connection reset, or no data
   * indefinitely. Default: `clean`.
   */
  readonly end?: "clean" | "close" | "reset" | "hang";
  /** Called once, with the number of frames that were handed over, and whether those were all. */
  readonly ended: (sent: number, complete: boolean) => void;
}

/** Frames in a form that takes less memory. */
export interface ShortFrames {
  /** The number of frames. */
  readonly length: number;
  /** The characters of all frames, without the escapes of JSON. */
  readonly characters: number;
  /** All frames as one text. */
  toText(): string;
  toFrames(): Frame[];
}

/** A body that is written in frames while they are produced. A frame is requested when the client has room for it. */
export interface LiveBody {
  readonly kind: "live";
  /** Rejects if the body breaks off. */
  readonly frames: AsyncIterable<Frame>;
  /** The progress of the output with the last requested frame. */
  readonly progress: () => number;
  /**
   * Called once, with the number of frames that were handed over, and whether those were all. `progress` is the one of the
   * last frame that was handed over. By default, at most one frame was requested and not handed over.
   */
  readonly ended: (sent: number, complete: boolean, progress?: number) => void;
}

/** A piece of a body and its due time. */
export interface Frame {
  readonly text: string;
  /** Sent in place of the text, if it was truncated in the middle of a character. */
  readonly bytes?: ReturnType<InstanceType<typeof TextEncoder>["encode"]>;
  /** Milliseconds after the headers. */
  readonly at: number;
  /** Whether it is sent in a separate write. Default: false. */
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
