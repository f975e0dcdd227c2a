/** Native base64 functions of a runtime. Each is tens of times as fast as a loop. */
interface Natives {
  readonly Uint8Array: { readonly fromBase64?: (text: string) => Uint8Array };
  readonly Buffer?: {
    readonly from: (
      data: unknown,
      ...rest: readonly unknown[]
    ) => Uint8Array & { toString: (encoding: string) => string };
  };
}

const natives = (): Natives => globalThis as unknown as Natives;

/** Encodes bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  const { toBase64: native } = bytes as { toBase64?: () => string };
  if (native) return native.call(bytes);
  const { Buffer } = natives();
  if (Buffer) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  const parts: string[] = [];
  // The number of arguments is limited. A multiple of three bytes needs no padding.
  for (let at = 0; at < bytes.length; at += 0x6000)
    parts.push(btoa(String.fromCharCode.apply(null, bytes.subarray(at, at + 0x6000) as unknown as number[])));
  return parts.join("");
}

/** Decodes base64 or base64url; undefined when the text is neither. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[\w+/-]*={0,2}$/.test(text)) return undefined;
  const plain = text.replaceAll("-", "+").replaceAll("_", "/");
  try {
    const { Uint8Array: Bytes, Buffer } = natives();
    if (Bytes.fromBase64) return Bytes.fromBase64(plain);
    return Buffer ? Buffer.from(plain, "base64") : Uint8Array.from(atob(plain), (one) => one.charCodeAt(0));
  } catch {
    return undefined;
  }
}
