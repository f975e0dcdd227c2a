/** The state of a session. Times are Unix milliseconds. */
export interface SessionState {
  readonly name: string;
  /** Received requests, without those to the control API. */
  readonly requests: number;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** Approximate memory in bytes. */
  readonly bytes: number;
}

/** The sessions of a server, for concurrent tests. */
export interface Sessions {
  /** The current sessions, most recently used first. */
  readonly list: () => SessionState[];
  /** Deletes a session. Returns false if it does not exist. Streams in progress continue to their end. */
  readonly delete: (name: string) => boolean;
}

/** The maximum number of sessions and the maximum of their total memory. */
export interface SessionLimits {
  readonly count: number;
  readonly bytes: number;
}

/** The data of a session that the pool needs. */
export interface Pooled {
  readonly bytes: number;
  readonly requests: number;
  /** Responses in progress. */
  readonly open: number;
}

interface Place<Session> {
  readonly session: Session;
  readonly createdAt: number;
  lastUsedAt: number;
  bytes: number;
}

/**
 * Sessions by name. Beyond the limits, the least recently used session is evicted, preferably one without a response in
 * progress. Its streams continue to their end; the next request to its path creates a new session.
 */
export class SessionPool<Session extends Pooled> implements Sessions {
  readonly #limits: SessionLimits;
  readonly #create: (name: string) => Session;
  /** Least recently used first. */
  readonly #places = new Map<string, Place<Session>>();
  #bytes = 0;

  constructor(limits: SessionLimits, create: (name: string) => Session) {
    this.#limits = limits;
    this.#create = create;
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  /** Returns the session of a name; creates it if needed. */
  open(name: string): Session {
    const now = Date.now();
    const place = this.#places.get(name) ?? { session: this.#create(name), createdAt: now, lastUsedAt: now, bytes: 0 };
    place.lastUsedAt = now;
    this.#places.delete(name);
    this.#places.set(name, place);
    while (this.#places.size > this.#limits.count) this.#evict(name);
    this.measure(name);
    return place.session;
  }

  /** Updates the measured memory of a session, and evicts others beyond the limit. */
  measure(name: string): void {
    const place = this.#places.get(name);
    if (!place) return;
    this.#bytes += place.session.bytes - place.bytes;
    place.bytes = place.session.bytes;
    while (this.#bytes > this.#limits.bytes && this.#places.size > 1) this.#evict(name);
  }

  readonly list = (): SessionState[] =>
    [...this.#places]
      .map(([name, { session, createdAt, lastUsedAt }]) => ({
        name,
        requests: session.requests,
        createdAt,
        lastUsedAt,
        bytes: session.bytes,
      }))
      .toReversed();

  readonly delete = (name: string): boolean => {
    const place = this.#places.get(name);
    if (!place) return false;
    this.#bytes -= place.bytes;
    return this.#places.delete(name);
  };

  #evict(except: string): void {
    let oldest: string | undefined;
    for (const [name, { session }] of this.#places) {
      if (name === except) continue;
      oldest ??= name;
      if (session.open > 0) continue;
      oldest = name;
      break;
    }
    if (oldest !== undefined) this.delete(oldest);
  }
}

/** Whether a name can be the name of a session: 1 to 100 characters from A-Z, a-z, 0-9, `_`, `-` and `.`. */
export function isSessionName(name: string): boolean {
  return /^[\w.-]{1,100}$/.test(name);
}
