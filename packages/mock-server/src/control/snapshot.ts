import { copyServerState } from "../setup/create-state.ts";
import { createCopy } from "@patchbay/engine/data/copy";
import { bytesOf, createServerHandle, type ServerHandle } from "../pipeline/server-handle.ts";

/** The state of a server at one moment. */
export interface Snapshot {
  /** Approximate memory in bytes. */
  readonly bytes: number;
  /** Creates a running server from the stored state. */
  readonly revive: () => ServerHandle;
}

/** Captures a running server. The snapshot can be restored any number of times. */
export function takeSnapshot(server: ServerHandle): Snapshot {
  const copy = duplicate(server);
  return { bytes: bytesOf(copy), revive: () => duplicate(copy) };
}

/** The newest snapshots that were created over HTTP, by id from 1. */
export class Snapshots {
  readonly #bytes: number;
  readonly #stored = new Map<number, Snapshot>();
  #count = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** How many snapshots were created, including evicted ones. */
  get count(): number {
    return this.#count;
  }

  /** Approximate memory of the stored snapshots in bytes. */
  get bytes(): number {
    let sum = 0;
    for (const { bytes } of this.#stored.values()) sum += bytes;
    return sum;
  }

  add(snapshot: Snapshot): number {
    this.#stored.set(++this.#count, snapshot);
    // The newest snapshot is always stored.
    for (const id of this.#stored.keys()) {
      if (this.#stored.size <= mostSnapshots && (this.#stored.size === 1 || this.bytes <= this.#bytes)) break;
      this.#stored.delete(id);
    }
    return this.#count;
  }

  get(id: number): Snapshot | undefined {
    return this.#stored.get(id);
  }
}

const mostSnapshots = 20;

function duplicate({ options, state, shift: { ms }, recorder, ...server }: ServerHandle): ServerHandle {
  const copy = createCopy();
  const shift = { ms };
  return createServerHandle({
    options,
    state: copyServerState(state, options, shift, copy),
    shift,
    recorder,
    restored: {
      scenario: copy(server.scenario),
      journal: copy(server.journal),
      seededRandom: copy(server.seededRandom),
    },
  });
}
