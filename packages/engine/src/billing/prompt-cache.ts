import { BoundedMap } from "../data/bounded-map.ts";
import type { Copy } from "../data/copy.ts";

/** A prefix of a prompt, up to the end of one message. */
export interface PromptPrefix {
  readonly hash: number;
  /** Tokens from the start. */
  readonly tokens: number;
  /** The number of audio tokens among them. */
  readonly audioTokens?: number;
  /** The number of image tokens among them. */
  readonly imageTokens?: number;
  /** How long a marked prefix is stored. `undefined` for an unmarked one. */
  readonly ttl?: number;
}

/** The rules of an endpoint's prompt cache. */
export interface CacheRules {
  /** Whether only marked prefixes are stored, and writing has a price. */
  readonly explicit: boolean;
  /** The shortest prefix that is stored, in tokens. */
  readonly minTokens: number;
}

/** Prompt tokens that were read from the cache or written to it. */
export interface CacheUse {
  readonly cachedTokens: number;
  readonly cacheWriteTokens: number;
  readonly cacheWriteHourTokens: number;
  /** Audio tokens among the cached ones, and among the written ones. */
  readonly cachedAudioTokens: number;
  readonly cacheWriteAudioTokens: number;
  /** Image tokens among the cached ones, and among the written ones. */
  readonly cachedImageTokens: number;
  readonly cacheWriteImageTokens: number;
}

export const noCacheUse: CacheUse = {
  cachedTokens: 0,
  cacheWriteTokens: 0,
  cacheWriteHourTokens: 0,
  cachedAudioTokens: 0,
  cacheWriteAudioTokens: 0,
  cachedImageTokens: 0,
  cacheWriteImageTokens: 0,
};

const nothing: Pick<PromptPrefix, "tokens" | "audioTokens" | "imageTokens"> = { tokens: 0 };

export const fiveMinutes: number = 5 * 60_000;
export const anHour: number = 60 * 60_000;

/** The prompt caches of all endpoints, separate for each account. */
export class PromptCaches {
  #until = new BoundedMap<string, number>({ entries: 50_000, bytes: 16_000_000 });

  /** Returns what a request would read and write, without changing the cache; see `commit`. */
  plan(scope: string, prefixes: readonly PromptPrefix[], rules: CacheRules, now: number): CacheUse {
    const cached = prefixes.findLast(({ hash }) => (this.#until.get(`${scope} ${hash}`) ?? 0) > now);
    const read = cached && cached.tokens >= rules.minTokens ? cached : nothing;
    const { tokens: cachedTokens, audioTokens: cachedAudioTokens = 0, imageTokens: cachedImageTokens = 0 } = read;
    const found = { ...noCacheUse, cachedTokens, cachedAudioTokens, cachedImageTokens };
    if (!rules.explicit) return found;
    const marked = prefixes.findLast(({ ttl, tokens }) => ttl !== undefined && tokens >= rules.minTokens);
    if (!marked || marked.tokens <= read.tokens) return found;
    const written = marked.tokens - read.tokens;
    const media = {
      cacheWriteAudioTokens: (marked.audioTokens ?? 0) - cachedAudioTokens,
      cacheWriteImageTokens: (marked.imageTokens ?? 0) - cachedImageTokens,
    };
    return marked.ttl === anHour
      ? { ...found, cacheWriteHourTokens: written, ...media }
      : { ...found, cacheWriteTokens: written, ...media };
  }

  /** Stores the prefixes of a completed request. A prefix that was read is stored for its full time again. */
  commit(scope: string, prefixes: readonly PromptPrefix[], rules: CacheRules, now: number): void {
    for (const { hash, tokens, ttl } of prefixes) {
      const key = `${scope} ${hash}`;
      const live = (this.#until.get(key) ?? 0) > now;
      if (tokens < rules.minTokens || (rules.explicit && ttl === undefined && !live)) continue;
      this.#until.set(key, Math.max(this.#until.get(key) ?? 0, now + (ttl ?? fiveMinutes)));
    }
  }

  copied(copy: Copy): PromptCaches {
    const made = new PromptCaches();
    made.#until = copy(this.#until);
    return made;
  }
}
