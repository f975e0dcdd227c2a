// The one place from which this folder takes pure pieces of the engine.
export { BoundedMap } from "../../../mock-server/src/engine/data/bounded-map.ts";
export { OutcomeWindow } from "../../../mock-server/src/engine/billing/windows.ts";
export type { Random } from "../../../mock-server/src/engine/data/random.ts";
