import { createHash } from "node:crypto";
import type { ProviderFailureFacts } from "../failure.ts";

/** An API key of the provider, with an identity that is safe to log and to store. */
export interface ProviderKey {
  /** The first 12 hexadecimal digits of the key's SHA-256. */
  readonly id: string;
  readonly secret: string;
}

/** The state of a key, for the dashboard. */
export interface KeyState {
  readonly id: string;
  /** Unix milliseconds until which the key is not used; undefined for a key in use. */
  readonly deadUntil: number | undefined;
}

/** Milliseconds for which a key is not used. */
const pauses = {
  /** After 401 or 402, for every model; after another failure of the key, such as 403, for the model. */
  dead: 60_000,
  /** After 429 without `Retry-After`, for the model. */
  limited: 5000,
  /** At most, since limits are often raised or reset earlier. */
  longest: 600_000,
};

/** More pauses are not kept. */
const mostPauses = 10_000;

/**
 * The keys of a provider, which are used in turn. A key that the provider rejects, and a key that is at its rate limit, is not used
 * for a time. Rate limits and permissions are per model, so only that model is affected.
 */
export class KeyRing {
  readonly #keys: readonly ProviderKey[];
  #next = 0;
  /** Key id, or key id and model → time until which the key is not used. */
  readonly #pauses = new Map<string, { readonly until: number; readonly facts: ProviderFailureFacts }>();

  constructor(secrets: readonly string[]) {
    this.#keys = secrets.map(toKey);
  }

  get size(): number {
    return this.#keys.length;
  }

  /** The keys to try for a model, in order: the preferred one, then the others in turn. Paused keys are left out. */
  order(model: string, now: number, preferred?: string): ProviderKey[] {
    const start = this.#next;
    if (this.#keys.length > 0) this.#next = (start + 1) % this.#keys.length;
    const turned = [...this.#keys.slice(start), ...this.#keys.slice(0, start)];
    const usable = turned.filter((key) => this.#pauseOf(key, model, now) === undefined);
    const first = usable.find(({ id }) => id === preferred);
    return first ? [first, ...usable.filter((key) => key !== first)] : usable;
  }

  /** The failure of a request for which every key is paused, with the time until the first one can be used. */
  pausedFailure(model: string, now: number): ProviderFailureFacts | undefined {
    const paused = this.#keys.map((key) => this.#pauseOf(key, model, now)).filter((pause) => pause !== undefined);
    const first = paused.toSorted((a, b) => a.until - b.until)[0];
    if (!first) return undefined;
    return { ...first.facts, next: "next-endpoint", retryAfterMs: Math.max(first.until - now, 0) };
  }

  /** Takes notice of a failed request. Only failures of the key and its limits pause it. */
  note(key: ProviderKey, model: string, { facts, now }: { facts: ProviderFailureFacts; now: number }): void {
    if (facts.next !== "next-key") return;
    const isDead = facts.fault === "key" && facts.keyScope === "account";
    const usual = facts.fault === "key" ? pauses.dead : (facts.retryAfterMs ?? pauses.limited);
    const until = now + Math.min(usual, pauses.longest);
    this.#forget(now);
    this.#pauses.set(isDead ? key.id : `${key.id} ${model}`, { until, facts });
  }

  states(now: number): KeyState[] {
    return this.#keys.map(({ id }) => {
      const until = this.#pauses.get(id)?.until ?? 0;
      return { id, deadUntil: until > now ? until : undefined };
    });
  }

  #pauseOf(
    { id }: ProviderKey,
    model: string,
    now: number,
  ): { until: number; facts: ProviderFailureFacts } | undefined {
    const found = [this.#pauses.get(id), this.#pauses.get(`${id} ${model}`)];
    return found.find((pause) => pause !== undefined && pause.until > now);
  }

  #forget(now: number): void {
    if (this.#pauses.size < mostPauses) return;
    for (const [name, { until }] of this.#pauses) if (until <= now) this.#pauses.delete(name);
    if (this.#pauses.size >= mostPauses) this.#pauses.clear();
  }
}

/** A key with its identity. Throws a `TypeError` for a key that no header can carry, without showing it. */
export function toKey(secret: string): ProviderKey {
  const trimmed = secret.trim();
  if (trimmed === "" || !/^[\x21-\x7e]+$/.test(trimmed))
    throw new TypeError(
      "`apiKeys` has a key that is empty or has characters other than visible ASCII. Check the environment variable or file that it is read from.",
    );
  return { id: createHash("sha256").update(trimmed).digest("hex").slice(0, 12), secret: trimmed };
}
