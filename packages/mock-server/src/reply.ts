/** An answer as data. Two writers render it: render/response.ts for `fetch`, render/node.ts for sockets. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: TextBody | FrameBody;
}

/** A body that is written at once. */
export interface TextBody {
  readonly kind: "text";
  readonly text: string;
}

/** A body that is written piece by piece. */
export interface FrameBody {
  readonly kind: "frames";
  readonly frames: readonly Frame[];
  /** Called once: with how many frames were handed over, and whether those were all. */
  readonly ended: (sent: number, complete: boolean) => void;
}

/** A piece of a body and when it is due. */
export interface Frame {
  readonly text: string;
  /** Milliseconds after the headers. */
  readonly at: number;
}

/** A JSON reply. */
export function json(body: unknown, status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: { kind: "text", text: JSON.stringify(body) },
  };
}
