/**
 * Bytes that a `Response` accepts: `Uint8Array<ArrayBuffer>` since TypeScript 5.7, `Uint8Array` before. Without the DOM
 * library, `TextEncoder` is only a value.
 */
export type Bytes = ReturnType<InstanceType<typeof TextEncoder>["encode"]>;
