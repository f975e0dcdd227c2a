/** What is known of a session. Times are Unix milliseconds. */
export interface SessionState {
  readonly name: string;
  /** Requests that came, control calls apart. */
  readonly requests: number;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** About how many bytes it takes in memory. */
  readonly bytes: number;
}

/** The sessions of a server, for tests that run at the same time. */
export interface Sessions {
  /** The sessions that exist, the one that was used last first. */
  readonly list: () => SessionState[];
  /** Deletes a session; false when there is none of that name. Streams that are being sent go on to their end. */
  readonly delete: (name: string) => boolean;
}

/** How many sessions there are at most, and what they take in memory together. */
export interface SessionLimits {
  readonly count: number;
  readonly bytes: number;
}

/** What a pool wants to know of a session. */
export interface Pooled {
  readonly bytes: number;
  readonly requests: number;
  /** Responses that are being sent. */
  readonly open: number;
}

interface Place<Session> {
  readonly session: Session;
  readonly createdAt: number;
  lastUsedAt: number;
  bytes: number;
}

/**
 * Sessions by name. When there are too many, or they take too much memory, the one that was used longest ago is evicted: one
 * that sends no response, if there is such a one. Its streams go on to their end; its next request begins it anew.
 */
export class SessionPool<Session extends Pooled> implements Sessions {
  readonly #limits: SessionLimits;
  readonly #create: (name: string) => Session;
  /** The one that was used longest ago first. */
  readonly #places = new Map<string, Place<Session>>();
  #bytes = 0;

  constructor(limits: SessionLimits, create: (name: string) => Session) {
    this.#limits = limits;
    this.#create = create;
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  /** The session of a name, which is made when there is none. */
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

  /** Weighs a session again, and evicts others when all take too much. */
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
