import { copyServerState } from "../state/create-state.ts";
import { createCopy } from "../engine/data/copy.ts";
import { bytesOf, createInstance, type Past, type ServerHandle } from "../pipeline/handle-request.ts";
import { defaultJournalBytes, type MockServerOptions } from "../options/options.ts";
import { defaultWriteTimeout } from "../http/reply.ts";
import type { Recorder } from "../recording/recorder.ts";
import { createReplayer } from "../recording/replayer.ts";
import type { ServerState } from "../state/server-state.ts";

/** The state of a server at one moment. */
export interface Snapshot {
  /** Approximate memory in bytes. */
  readonly bytes: number;
  /** Creates a running server from the stored state. */
  readonly revive: () => ServerHandle;
}

/** Starts a server with a state. */
export function run(
  options: MockServerOptions,
  state: ServerState,
  shift: { ms: number },
  recorder: Recorder | undefined,
  past?: Past,
): ServerHandle {
  const instance = createInstance(
    state,
    {
      strict: options.strict ?? false,
      journal: { entries: options.journalSize ?? 1000, bytes: options.journalBytes ?? defaultJournalBytes },
      writeTimeout: options.writeTimeout ?? defaultWriteTimeout,
      onRequest: options.onRequest,
      recorder,
      replayer: options.replay && createReplayer(options.replay),
    },
    past,
  );
  return { instance, shift, options, reply: instance.reply };
}

/** Captures a running server. The snapshot can be restored any number of times. */
export function keep(running: ServerHandle): Snapshot {
  const kept = duplicate(running);
  return { bytes: bytesOf(kept.instance), revive: () => duplicate(kept) };
}

/** The newest snapshots that were created over HTTP, by id from 1. */
export class Snapshots {
  readonly #bytes: number;
  readonly #kept = new Map<number, Snapshot>();
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
    for (const { bytes } of this.#kept.values()) sum += bytes;
    return sum;
  }

  add(snapshot: Snapshot): number {
    this.#kept.set(++this.#count, snapshot);
    // The newest snapshot is always stored.
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= mostSnapshots && (this.#kept.size === 1 || this.bytes <= this.#bytes)) break;
      this.#kept.delete(id);
    }
    return this.#count;
  }

  get(id: number): Snapshot | undefined {
    return this.#kept.get(id);
  }
}

const mostSnapshots = 20;

function duplicate({ options, shift: { ms }, instance }: ServerHandle): ServerHandle {
  const copy = createCopy();
  const shift = { ms };
  const past = {
    scenario: copy(instance.scenario),
    journal: copy(instance.journal),
    seededRandom: copy(instance.seededRandom),
  };
  return run(options, copyServerState(instance.state, options, shift, copy), shift, instance.recorder, past);
}
