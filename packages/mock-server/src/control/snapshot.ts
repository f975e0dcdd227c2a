import { copyWorld } from "../state/create-state.ts";
import { createCopy } from "../engine/data/copy.ts";
import { bytesOf, createInstance, type Past, type Running } from "../pipeline/handle-request.ts";
import { defaultJournalBytes, type MockServerOptions } from "../options/options.ts";
import { defaultWriteTimeout } from "../http/reply.ts";
import type { Recorder } from "../recording/recorder.ts";
import { createReplayer } from "../recording/replayer.ts";
import type { World } from "../state/server-state.ts";

/** A server as it was at one moment. */
export interface Snapshot {
  /** About how many bytes it takes in memory. */
  readonly bytes: number;
  /** Makes a server's insides as they were then. */
  readonly revive: () => Running;
}

/** Puts a world behind one function. */
export function run(
  options: MockServerOptions,
  world: World,
  shift: { ms: number },
  recorder: Recorder | undefined,
  past?: Past,
): Running {
  const current = createInstance(
    world,
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
  return { current, shift, options, reply: current.reply };
}

/** A copy of what runs, which can be run again and again. */
export function keep(running: Running): Snapshot {
  const kept = duplicate(running);
  return { bytes: bytesOf(kept.current), revive: () => duplicate(kept) };
}

/** The snapshots that were made over HTTP: the newest ones, by number from 1. */
export class Snapshots {
  readonly #bytes: number;
  readonly #kept = new Map<number, Snapshot>();
  #count = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** How many were made. */
  get count(): number {
    return this.#count;
  }

  /** About how many bytes they take in memory. */
  get bytes(): number {
    let sum = 0;
    for (const { bytes } of this.#kept.values()) sum += bytes;
    return sum;
  }

  add(snapshot: Snapshot): number {
    this.#kept.set(++this.#count, snapshot);
    // The newest is held in any case.
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

function duplicate({ options, shift: { ms }, current }: Running): Running {
  const copy = createCopy();
  const shift = { ms };
  const past = { scenario: copy(current.scenario), journal: copy(current.journal), chances: copy(current.chances) };
  return run(options, copyWorld(current.world, options, shift, copy), shift, current.recorder, past);
}
