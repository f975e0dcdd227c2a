/**
 * SHA-256 of a short string in hex, synchronously: keys and codes are looked up by their hash between two steps that
 * must be atomic. `crypto.subtle` is asynchronous, and missing on pages without HTTPS. The time grows with the string,
 * so callers limit its length.
 */
export function sha256Hex(text: string): string {
  const bytes = encoder.encode(text);
  const size = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(size);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  // The length in bits is at the end, in eight bytes.
  new DataView(padded.buffer).setBigUint64(size - 8, BigInt(bytes.length) * 8n);
  state.set(initial);
  for (let at = 0; at < size; at += 64) compress(padded, at);
  let hex = "";
  for (const word of state)
    hex += hexOf[word >>> 24]! + hexOf[(word >>> 16) & 255]! + hexOf[(word >>> 8) & 255]! + hexOf[word & 255]!;
  return hex;
}

const encoder = new TextEncoder();
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

// Hashing is synchronous, so all calls share the same memory: about 2 µs for a key.
const state = new Uint32Array(8);
const words = new Int32Array(64);

/** Processes one block of 64 bytes (FIPS 180-4, section 6.2.2). */
function compress(bytes: Uint8Array, at: number): void {
  for (let round = 0; round < 16; round++) {
    const from = at + round * 4;
    words[round] = (bytes[from]! << 24) | (bytes[from + 1]! << 16) | (bytes[from + 2]! << 8) | bytes[from + 3]!;
  }
  for (let round = 16; round < 64; round++) {
    const early = words[round - 15]!;
    const late = words[round - 2]!;
    const small0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const small1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[round] = (words[round - 16]! + small0 + words[round - 7]! + small1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let round = 0; round < 64; round++) {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + constants[round]! + words[round]!) | 0;
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The first 32 bits of the fractional parts of the roots of the first primes, as the standard defines them. */
function fractions(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return Uint32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 4_294_967_296));
}

const initial = fractions(8, Math.sqrt);
const constants = Int32Array.from(fractions(64, Math.cbrt));
