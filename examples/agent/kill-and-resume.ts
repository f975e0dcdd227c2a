// An agent that is killed while a tool runs continues from SQLite in another process. No call is lost, and none has a second effect.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, appendFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAgent, tool } from "@patchbay/agent";
import { sqliteStore } from "@patchbay/agent/stores";
import { z } from "zod";
import { client, model } from "./model.ts";

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), "patchbay-"));
const diary = join(folder, "diary.txt");
const book = tool({
  name: "book",
  inputSchema: z.object({ what: z.string() }),
  idempotent: true,
  execute: ({ what }, { idempotencyKey }) => {
    appendFileSync(diary, `${what} ${idempotencyKey}\n`);
    // The power fails after the hotel was booked, and before the result is saved.
    if (what === "hotel" && process.argv[2]) process.kill(process.pid, "SIGKILL");
    return `${what} is booked`;
  },
});
const store = sqliteStore(join(folder, "sessions.db"));
const traveler = createAgent({ client, model, tools: [book], store });

if (process.argv[2]) {
  await traveler.run("Book a journey.", { sessionId: "ada" });
} else {
  const child = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, folder]);
  const { text, messages } = await traveler.resume("ada");
  const booked = readFileSync(diary, "utf8").trim().split("\n");
  console.log(child.signal, text, booked);
  store.close();
  rmSync(folder, { recursive: true });
  assert.equal(child.signal, "SIGKILL");
  assert.equal(text, "Train, hotel and dinner are booked.");
  assert.equal(messages.filter(({ role }) => role === "tool").length, 3);
  // The train once; the hotel again, with the same key, so that the hotel recognizes the same booking.
  assert.deepEqual(
    booked.map((line) => line.split(" ")[0]),
    ["train", "hotel", "hotel", "dinner"],
  );
  assert.equal(new Set(booked).size, 3);
}
