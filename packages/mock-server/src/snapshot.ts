import { copyWorld } from "./create-world.ts";
import { createCopy } from "./engine/copy.ts";
import { createInstance, type Past, type Running } from "./instance.ts";
import type { MockServerOptions } from "./options.ts";
import { createRecorder } from "./scenario/recorder.ts";
import { createReplayer } from "./scenario/replayer.ts";
import type { World } from "./world.ts";

/** A server as it was at one moment. */
export interface Snapshot {
  /** Makes a server's insides as they were then. */
  readonly revive: () => Running;
}

/** 64 MiB. */
export const defaultJournalBytes: number = 64 * 1024 * 1024;

/** Puts a world behind one function. */
export function run(options: MockServerOptions, world: World, shift: { ms: number }, past?: Past): Running {
  const current = createInstance(
    world,
    {
      strict: options.strict ?? false,
      journal: { entries: options.journalSize ?? 1000, bytes: options.journalBytes ?? defaultJournalBytes },
      onRequest: options.onRequest,
      recorder: options.record && createRecorder(options.record),
      replayer: options.replay && createReplayer(options.replay),
    },
    past,
  );
  return { current, shift, options, reply: current.reply };
}

/** A copy of what runs, which can be run again and again. */
export function keep(running: Running): Snapshot {
  const kept = duplicate(running);
  return { revive: () => duplicate(kept) };
}

function duplicate({ options, shift: { ms }, current }: Running): Running {
  const copy = createCopy();
  const shift = { ms };
  const past = { scenario: copy(current.scenario), journal: copy(current.journal), chances: copy(current.chances) };
  return run(options, copyWorld(current.world, options, shift, copy), shift, past);
}
