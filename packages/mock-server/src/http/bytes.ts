/**
 * Bytes that a `Response` takes: `Uint8Array<ArrayBuffer>` since TypeScript 5.7, `Uint8Array` before. Without the DOM's
 * library `TextEncoder` is a value only.
 */
export type Bytes = ReturnType<InstanceType<typeof TextEncoder>["encode"]>;
