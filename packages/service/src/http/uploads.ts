import { bodyLimit } from "./request.ts";
import { HttpError } from "./http-error.ts";

/** A body that is being read. */
export interface Upload {
  /** Counts more bytes. Can reject this body or another one. */
  readonly add: (bytes: number) => void;
  /** Stops counting the body. Must be called once it is read, rejected or broken. */
  readonly end: () => void;
}

interface Open {
  bytes: number;
  readonly refuse: (refusal: HttpError) => void;
}

/**
 * Counts the bytes of all bodies that are being read. Beyond the limit, the server rejects the largest body, so that many
 * large or slow uploads do not block the small requests of other clients.
 */
export class Uploads {
  #limit: number;
  readonly #open = new Set<Open>();
  #bytes = 0;

  /** @param limit Bytes of all bodies together. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes of the bodies that are being read. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Begins to count a body. `refuse` is called at most once and must free the bytes that were read. A body that may have `most` bytes
   * raises the limit to eight of them.
   */
  begin(refuse: (refusal: HttpError) => void, most: number = 0): Upload {
    this.#limit = Math.max(this.#limit, 8 * most);
    const open: Open = { bytes: 0, refuse };
    this.#open.add(open);
    return {
      add: (bytes) => {
        if (!this.#open.has(open)) return;
        open.bytes += bytes;
        this.#bytes += bytes;
        while (this.#bytes > this.#limit) this.#refuseLargest();
      },
      end: () => this.#end(open),
    };
  }

  #end(open: Open): void {
    if (!this.#open.delete(open)) return;
    this.#bytes -= open.bytes;
  }

  #refuseLargest(): void {
    let largest: Open | undefined;
    for (const open of this.#open) if (!largest || open.bytes > largest.bytes) largest = open;
    if (!largest) return;
    this.#end(largest);
    largest.refuse(tooMany(this.#limit));
  }
}

function tooMany(limit: number): HttpError {
  return new HttpError(
    503,
    `The concurrent uploads exceed ${limit} bytes in total, and this body is the largest. Send the request again later.`,
    { metadata: { error_type: "server" }, headers: { "retry-after": "1", connection: "close" } },
  );
}

/** The limit of this process: eight bodies of maximum size. */
export const uploads: Uploads = new Uploads(8 * bodyLimit);
