import { bodyLimit } from "./request.ts";
import { HttpError } from "./http-error.ts";

/** A body that is being read. */
export interface Upload {
  /** Counts more bytes. May refuse this body or another one. */
  readonly add: (bytes: number) => void;
  /** Stops counting the body; must be called once it is read, refused or broken. */
  readonly end: () => void;
}

interface Open {
  bytes: number;
  readonly refuse: (refusal: HttpError) => void;
}

/**
 * Counts the bytes of all bodies that are being read. When they are too many, the server refuses the largest body: a caller
 * who uploads many large bodies, or uploads them slowly, does not stop the small requests of others.
 */
export class Uploads {
  readonly #limit: number;
  readonly #open = new Set<Open>();
  #bytes = 0;

  /** @param limit Bytes of all bodies together. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes that bodies hold now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Begins to count a body. `refuse` is called at most once and must free what was read. */
  begin(refuse: (refusal: HttpError) => void): Upload {
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
    `The bodies that are being uploaded at the same time are larger than ${limit} bytes together, and this one is the largest. Send the request again later.`,
    { metadata: { error_type: "server" }, headers: { "retry-after": "1", connection: "close" } },
  );
}

/** Of this process: eight of the longest bodies. */
export const uploads: Uploads = new Uploads(8 * bodyLimit);
