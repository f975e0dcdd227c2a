import type { EndpointOutcome } from "../ports/shared-state.ts";
import { Histogram } from "./histogram.ts";

/** What one gateway counted for an endpoint since its last message. Histograms are sparse, see `Histogram.toSparse`. */
export interface OutcomeCounts {
  readonly ok: number;
  readonly errors: number;
  readonly validTools: number;
  readonly invalidTools: number;
  readonly firstToken: readonly number[];
  readonly throughput: readonly number[];
}

/** Adds up outcomes between two messages. */
export class OutcomeCounter {
  #ok = 0;
  #errors = 0;
  #validTools = 0;
  #invalidTools = 0;
  readonly #firstToken = new Histogram();
  readonly #throughput = new Histogram();

  add({ kind, firstTokenMs, throughput, validToolCalls }: EndpointOutcome): void {
    if (kind === "ok") this.#ok++;
    if (kind === "error") this.#errors++;
    if (validToolCalls === true) this.#validTools++;
    if (validToolCalls === false) this.#invalidTools++;
    if (firstTokenMs !== undefined) this.#firstToken.add(firstTokenMs);
    if (throughput !== undefined) this.#throughput.add(throughput);
  }

  counts(): OutcomeCounts {
    return {
      ok: this.#ok,
      errors: this.#errors,
      validTools: this.#validTools,
      invalidTools: this.#invalidTools,
      firstToken: this.#firstToken.toSparse(),
      throughput: this.#throughput.toSparse(),
    };
  }
}
