/** Bytes that a `Response` takes: `Uint8Array<ArrayBuffer>` since TypeScript 5.7, `Uint8Array` before. */
export type Bytes = ReturnType<TextEncoder["encode"]>;
