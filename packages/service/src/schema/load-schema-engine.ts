import type { WorkBudget } from "@patchbay/engine/data/work-budget";
import type { SampleOptions } from "@patchbay/engine/sample/sample";

/** Samples and validates values of callers' schemas. */
export interface SchemaEngine {
  /** Samples a value. Throws a `WorkLimitError`, or an error with the pointer for which `isNoSampleError` is true. */
  readonly sample: (schema: unknown, options: SampleOptions) => unknown;
  readonly isNoSampleError: (error: unknown) => error is Error & { readonly pointer: string };
  readonly matches: (schema: unknown, value: unknown, budget?: WorkBudget) => boolean;
}

let loaded: SchemaEngine | undefined;
let loading: Promise<void> | undefined;

/** Loads the engine on the first request with a schema. Returns `undefined` once it is loaded. */
export function loadSchemaEngine(): Promise<void> | undefined {
  if (loaded) return undefined;
  return (loading ??= load());
}

async function load(): Promise<void> {
  const { engine } = await import("./schema-engine.ts");
  loaded = engine;
}

/** The engine. A request with tools or a response format has loaded it before this call. */
export function schemaEngine(): SchemaEngine {
  if (!loaded) throw new Error("The schema engine is not loaded. Wait for loadSchemaEngine() first.");
  return loaded;
}
