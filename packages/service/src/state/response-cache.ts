import type { HeaderReader } from "../http/request.ts";
import { BoundedMap } from "@patchbay/engine/data/bounded-map";
import type { Copy } from "@patchbay/engine/data/copy";
import { hashText } from "@patchbay/engine/data/random";
import { outlineOf } from "../json/json-outline.ts";

/** The response cache settings in the headers of a request. */
export interface CacheWish {
  readonly ttlSeconds: number;
  readonly clear: boolean;
}

interface Entry {
  readonly value: unknown;
  readonly sourceId: string;
  readonly storedAt: number;
  readonly until: number;
  /** Approximate memory in bytes. */
  readonly bytes: number;
}

/** A cached response and its response headers. */
export interface CacheHit {
  readonly value: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

const longest = 86_400;

/** Reads the headers; `undefined` if they do not enable the cache. An invalid lifetime becomes 300 seconds. */
export function cacheWishOf(headers: HeaderReader): CacheWish | undefined {
  if (headers.get("x-openrouter-cache")?.toLowerCase() !== "true") return undefined;
  const ttl = Number.parseInt(headers.get("x-openrouter-cache-ttl") ?? "", 10);
  return {
    ttlSeconds: Number.isNaN(ttl) ? 300 : Math.min(Math.max(ttl, 1), longest),
    clear: headers.get("x-openrouter-cache-clear")?.toLowerCase() === "true",
  };
}

/** Cached responses, separate for each API key. White space in a body does not matter; the order of its fields does. */
export class ResponseCache {
  readonly #bytes: number;
  #entries: BoundedMap<string, Entry>;

  constructor(bytes: number) {
    this.#bytes = bytes;
    this.#entries = new BoundedMap({ entries: 1000, bytes, weigh: (_, entry) => entry.bytes });
  }

  /** Approximate memory of the responses in bytes. */
  get bytes(): number {
    return this.#entries.bytes;
  }

  find(key: string, { clear }: CacheWish, now: number): CacheHit | undefined {
    const entry = clear ? undefined : this.#entries.get(key);
    // An entry from the future was stored before the clock was moved back.
    if (!entry || entry.until <= now || entry.storedAt > now) return undefined;
    return {
      value: entry.value,
      headers: {
        "x-openrouter-cache-status": "HIT",
        "x-openrouter-cache-age": String(Math.floor((now - entry.storedAt) / 1000)),
        "x-openrouter-cache-ttl": String(Math.ceil((entry.until - now) / 1000)),
        "x-openrouter-cache-source-id": entry.sourceId,
      },
    };
  }

  /** Stores a response. Returns the headers to send with it. */
  keep(
    key: string,
    entry: { value: unknown; sourceId: string; bytes: number },
    wish: CacheWish,
    now: number,
  ): CacheHit["headers"] {
    this.#entries.set(key, { ...entry, storedAt: now, until: now + wish.ttlSeconds * 1000 });
    return missHeaders(wish);
  }

  copied(copy: Copy): ResponseCache {
    const made = new ResponseCache(this.#bytes);
    made.#entries = copy(this.#entries);
    return made;
  }
}

/** The response headers of a cache miss. */
export function missHeaders({ ttlSeconds }: CacheWish): CacheHit["headers"] {
  return { "x-openrouter-cache-status": "MISS", "x-openrouter-cache-ttl": String(ttlSeconds) };
}

/** The cache key: API key, operation and body. */
export function cacheKeyOf(keyHash: string, operation: string, body: unknown): string {
  const text = outlineOf(body);
  return `${keyHash} ${operation} ${text.length} ${hashText(text)}`;
}
