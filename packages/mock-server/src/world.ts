import type { ChatMessage, ErrorBody, Generation } from "@patchbay/spec";
import type { Catalogue } from "./engine/catalogue.ts";
import type { createIds } from "./engine/ids.ts";
import type { Key } from "./engine/key.ts";
import type { Ledger } from "./engine/ledger.ts";
import type { NanoUsd } from "./engine/money.ts";
import type { ChallengeMethod } from "./engine/pkce.ts";
import type { Upstream } from "./upstreams/upstream.ts";

/** Everything that a server knows. Two servers share nothing. */
export interface World {
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly ids: ReturnType<typeof createIds>;
  readonly catalogue: Catalogue;
  readonly ledger: Ledger;
  readonly upstream: Upstream;
  /** Hash of the secret → key, in the order of their making. */
  readonly keys: Map<string, Key>;
  /** Hashes of keys that were deleted; their secrets stay refused. */
  readonly deletedKeys: Set<string>;
  /** Id → record. */
  readonly generations: Map<string, GenerationRecord>;
  /** Codes of the login that were not exchanged yet. */
  readonly codes: Map<string, AuthCodeRequest>;
  /** Milliseconds between two tokens of a stream. */
  readonly tokenGap: number;
}

/** A past request, its content, and whose it was. */
export interface GenerationRecord {
  readonly generation: Generation;
  readonly keyHash: string;
  readonly cost: NanoUsd;
  readonly createdAt: number;
  readonly messages: readonly ChatMessage[] | undefined;
  readonly completion: string | null;
  readonly reasoning: string | null;
  readonly error: ErrorBody["error"] | null;
}

/** What a code of the login will be exchanged for. */
interface AuthCodeRequest {
  readonly challenge: string | undefined;
  readonly method: ChallengeMethod;
  readonly label: string;
  readonly limit: NanoUsd | null;
  readonly reset: Key["limitReset"];
  readonly expiresAt: string | null;
  readonly createdAt: number;
}
