import { llamaPython } from "../../scripts/llama/environment.ts";
import { startServerProcess } from "./server-process.ts";

const script = new URL("../../scripts/llama/serve.py", import.meta.url).pathname;

/** Whether tests with a real model are skipped: without the server, but never in CI. */
export const isLlamaSkipped: boolean = llamaPython === undefined && !process.env.CI;

if (llamaPython === undefined)
  console.warn("!!! SKIPPED: tests with llama.cpp, which is not installed. Run: node scripts/llama/environment.ts");

/** What the server computes in one of its two slots. */
interface LlamaSlot {
  readonly id: number;
  readonly is_processing: boolean;
  /** The task in progress, or the last one. */
  readonly id_task?: number;
}

/** A llama.cpp server with a tiny model named `tiny`, which answers with random English words until `max_tokens`. */
export interface LlamaServer {
  /** For example `http://127.0.0.1:8080/v1`. */
  readonly baseURL: string;
  /** The state of its slots. */
  readonly slots: () => Promise<readonly LlamaSlot[]>;
  /** Number of tokens that it has computed for all answers, the canceled ones included. */
  readonly countTokens: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Starts the server on a free port of loopback. Takes about a second. Throws if it is not installed. */
export async function startLlama(): Promise<LlamaServer> {
  if (llamaPython === undefined)
    throw new Error("The llama.cpp server is not installed. Run: node scripts/llama/environment.ts");
  const server = await startServerProcess({
    command: llamaPython,
    args: [script],
    ready: /llama\.cpp server listening on (\S+)/,
  });
  const url = server.match[1]!;
  return {
    baseURL: `${url}/v1`,
    slots: async () => (await (await fetch(`${url}/slots`)).json()) as readonly LlamaSlot[],
    countTokens: async () => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return Number(/^llamacpp:tokens_predicted_total (\d+)/m.exec(metrics)?.[1]);
    },
    stop: server.kill,
  };
}
