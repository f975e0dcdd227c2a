import type { StateMerger } from "./state-merger.ts";
import { parseMessage, type StateMessage } from "./state-message.ts";
import type { ValkeyStore } from "./valkey-store.ts";

/** A gateway that starts reads the messages of this time. */
const historyMs = 5 * 60_000;
/** Later, a gateway that was cut off skips older messages: they would look like current failures. */
const staleMs = 10_000;
const mostMessages = 20_000;
const readAtOnce = 1000;

/** Exchanges statistics between gateways through a stream in Valkey: each one appends to it, and reads what others appended. */
export class StateExchange {
  readonly #store: ValkeyStore;
  readonly #merger: StateMerger;
  /** Id of the last message that was read. */
  #lastId: string | undefined;
  #isStarting = true;
  #running: Promise<void> | undefined;
  /** The exchange after the running one. */
  #next: Promise<void> | undefined;

  constructor(store: ValkeyStore, merger: StateMerger) {
    this.#store = store;
    this.#merger = merger;
  }

  /** Sends what happened before the call, and receives. Resolves in any case: without Valkey, this gateway goes on alone. */
  run(): Promise<void> {
    if (!this.#running) return this.#start();
    // The running exchange may have taken its message already.
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.#running ?? this.#start();
    });
    return this.#next;
  }

  #start(): Promise<void> {
    this.#running = this.#exchange()
      .catch(() => undefined)
      .finally(() => {
        this.#isStarting = false;
        this.#running = undefined;
      });
    return this.#running;
  }

  async #exchange(): Promise<void> {
    const endpoints = this.#merger.take();
    if (endpoints) {
      const message: StateMessage = { node: this.#store.node, endpoints };
      try {
        await this.#store.call("XADD", this.#key, "MAXLEN", "~", mostMessages, "*", "m", JSON.stringify(message));
      } catch (error) {
        this.#merger.keepChanges(endpoints);
        throw error;
      }
    }
    await this.#receive();
  }

  async #receive(): Promise<void> {
    const [seconds, micros] = (await this.#store.call("TIME")) as [string, string];
    const serverNow = Number(seconds) * 1000 + Number(micros) / 1000;
    const oldestMs = this.#isStarting ? historyMs : staleMs;
    this.#lastId ??= `${Math.floor(serverNow - oldestMs)}-0`;
    for (;;) {
      const reply = await this.#store.call("XREAD", "COUNT", readAtOnce, "STREAMS", this.#key, this.#lastId);
      const entries = (reply as [string, [string, string[]][]][] | null)?.[0]?.[1] ?? [];
      for (const [id, [, text = ""]] of entries) {
        this.#lastId = id;
        const ageMs = Math.max(0, serverNow - Number(id.split("-")[0]));
        const message = parseMessage(text);
        if (message && message.node !== this.#store.node && ageMs < oldestMs)
          this.#merger.apply(message.endpoints, ageMs);
      }
      if (entries.length < readAtOnce) return;
    }
  }

  get #key(): string {
    return this.#store.key("health", "outcomes");
  }
}
