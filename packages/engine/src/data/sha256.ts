/**
 * SHA-256 of a short string in hex, synchronously: keys and codes are looked up by their hash between two steps that
 * must be atomic. `crypto.subtle` is asynchronous, and missing on pages without HTTPS. The time grows with the string,
 * so callers limit its length.
 */
export function sha256Hex(text: string): string {
  hash(text);
  // One call makes the text at once: two thirds of the time of concatenation.
  for (let index = 0; index < 8; index++)
    for (let digit = 0; digit < 8; digit++)
      hexCodes[8 * index + digit] = hexDigits[(state[index]! >>> (28 - 4 * digit)) & 15]!;
  return String.fromCharCode(...hexCodes);
}

/** SHA-256 of a short string: 32 bytes in memory that the next call uses again. */
export function sha256Bytes(text: string): Uint8Array {
  hash(text);
  for (let index = 0; index < 32; index++) digest[index] = state[index >>> 2]! >>> (24 - 8 * (index & 3));
  return digest;
}

const encoder = new TextEncoder();
const hexDigits = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));

// Hashing is synchronous, so all calls share the same memory: about 1 µs for a key.
const state = new Uint32Array(8);
const words = new Int32Array(64);
const hexCodes = Array.from<number>({ length: 64 }).fill(0);
const digest = new Uint8Array(32);
const shortInput = new Uint8Array(1024);

/** Computes the hash in `state`. */
function hash(text: string): void {
  const { bytes, length } = readAscii(text) ?? encode(text);
  const size = sizeOf(length);
  bytes[length] = 0x80;
  bytes.fill(0, length + 1, size);
  // The length in bits is at the end, in eight bytes.
  for (let index = 1, bits = 8 * length; index <= 6; index++, bits = Math.floor(bits / 256)) bytes[size - index] = bits;
  state.set(initial);
  for (let at = 0; at < size; at += 64) compress(bytes, at);
}

/** The length of an input with its padding, in bytes. */
function sizeOf(length: number): number {
  return Math.ceil((length + 9) / 64) * 64;
}

interface Input {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** The bytes of a short ASCII string; `undefined` for any other. A `TextEncoder` takes longer than the hash. */
function readAscii(text: string): Input | undefined {
  const { length } = text;
  if (sizeOf(length) > shortInput.length) return undefined;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code > 127) return undefined;
    shortInput[index] = code;
  }
  return { bytes: shortInput, length };
}

function encode(text: string): Input {
  const encoded = encoder.encode(text);
  const bytes = new Uint8Array(sizeOf(encoded.length));
  bytes.set(encoded);
  return { bytes, length: encoded.length };
}

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
