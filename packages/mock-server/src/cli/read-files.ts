import { readFile } from "node:fs/promises";
import type { MockServerOptions } from "../options/options.ts";
import { parseScenario, type ScenarioFile } from "../options/parse-scenario.ts";
import { readRecording } from "../recording/read-recording.ts";
import type { ReplayOptions } from "../recording/replayer.ts";

/** Reads the file of `--config`. */
export async function readScenarioFile(file: string): Promise<ScenarioFile> {
  return parseScenario(await readText(file, "scenario"), file);
}

/** Reads the file of `--catalog`. */
export async function readCatalogFile(file: string): Promise<NonNullable<MockServerOptions["catalog"]>> {
  const { readCatalog } = await import("../catalog/read.ts");
  return readCatalog(await readText(file, "catalog"), file);
}

/** Reads the file of `--replay`. Reports truncated lines on stderr and skips them. */
export async function readReplayFile(file: string): Promise<ReplayOptions> {
  const recording = readRecording(await readText(file, "recording"), file);
  for (const line of recording.cut)
    console.error(`patchbay-mock: ${file}:${line} is truncated and was skipped. The recorder was interrupted there.`);
  return { recording };
}

async function readText(file: string, content: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(`The ${content} ${file} cannot be read (${code}). Check the path.`, { cause });
  }
}
