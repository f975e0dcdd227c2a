import { BoundedMap } from "../data/bounded-map.ts";
import type { Copy } from "../data/copy.ts";

/** The beginning of a prompt up to the end of one message. */
export interface PromptPrefix {
  readonly hash: number;
  /** Tokens from the start. */
  readonly tokens: number;
  /** How many of those are sound. */
  readonly audioTokens?: number;
  /** How many of those are images. */
  readonly imageTokens?: number;
  /** How long it is kept when it was marked; `undefined` when it was not. */
  readonly ttl?: number;
}

/** The rules of an endpoint's prompt cache. */
export interface CacheRules {
  /** Whether only marked prefixes are kept, and paid when they are written. */
  readonly explicit: boolean;
  /** The shortest prefix that is kept, in tokens. */
  readonly minTokens: number;
}

/** Prompt tokens that came from the cache or went into it. */
export interface CacheUse {
  readonly cachedTokens: number;
  readonly cacheWriteTokens: number;
  readonly cacheWriteHourTokens: number;
  /** How many of the cached tokens are sound, and of the written ones. */
  readonly cachedAudioTokens: number;
  readonly cacheWriteAudioTokens: number;
  /** The same of images. */
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

/** The prompt caches of all endpoints, kept apart by account. */
export class PromptCaches {
  #until = new BoundedMap<string, number>({ entries: 50_000, bytes: 16_000_000 });

  /** What a request would read and write; `commit` then makes it so. */
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

  /** Keeps the prefixes of a request that was answered; reading one makes it last as long again. */
  commit(scope: string, prefixes: readonly PromptPrefix[], rules: CacheRules, now: number): void {
    for (const { hash, tokens, ttl } of prefixes) {
      const key = `${scope} ${hash}`;
      const live = (this.#until.get(key) ?? 0) > now;
      if (tokens < rules.minTokens || (rules.explicit && ttl === undefined && !live)) continue;
      this.#until.set(key, Math.max(this.#until.get(key) ?? 0, now + (ttl ?? fiveMinutes)));
    }
  }

  copied(copy: Copy): this {
    const made = new PromptCaches();
    made.#until = copy(this.#until);
    return made as this;
  }
}
