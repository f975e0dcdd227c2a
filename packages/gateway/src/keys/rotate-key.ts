import type { StoredKey } from "../ports/keys.ts";
import { toLabel } from "./secret.ts";

/** What a rotation needs to know of the new secret, and how long the old one works. */
export interface RotationOptions {
  readonly secret: string;
  /** Fingerprint of `secret`. */
  readonly hash: string;
  /** Milliseconds that the old key works from now on. */
  readonly graceMs: number;
  /** Unix milliseconds. */
  readonly now: number;
}

/** The two keys of a rotation, both to be stored. */
export interface RotatedKeys {
  readonly successor: StoredKey;
  readonly old: StoredKey;
}

/**
 * Gives a key a new secret. The successor has the same settings, and both count in the same budgets and rate limits: a rotation
 * returns nothing that was spent.
 */
export function rotateKey(old: StoredKey, { secret, hash, graceMs, now }: RotationOptions): RotatedKeys {
  const successor: StoredKey = {
    ...old,
    hash,
    label: toLabel(secret),
    createdAt: now,
    updatedAt: null,
    lineage: lineageOf(old),
  };
  const expiresAt = Math.min(old.expiresAt ?? Infinity, now + graceMs);
  return { successor, old: { ...old, rotatedTo: hash, expiresAt, updatedAt: now } };
}

/** The id under which a key and those that it replaced count in budgets and rate limits. */
export function lineageOf({ lineage, hash }: Pick<StoredKey, "lineage" | "hash">): string {
  return lineage ?? hash;
}
