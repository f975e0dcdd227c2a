import data from "../generated/o200k-base.json" with { type: "json" };

/** The most bytes of a token. */
const { longest } = data;

const slotBits = 19;
const slotMask = 2 ** slotBits - 1;
const markBits = 10;
const markMask = 2 ** markBits - 1;
/** The bytes before each token in the arena: its length and its rank. */
const header = 4;

const base = 91;
/** Codes from here are the first of two characters of a byte that does not stand for itself. */
const escapeCode = 124;

/** The value of a digit: the printable characters from `#` on, without the backslash. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code - 35 - ((code + 35) >> 7);
}

function numberAt(text: string, start: number, length: number): number {
  let value = 0;
  for (let at = start; at < start + length; at++) value = value * base + digitAt(text, at);
  return value;
}

/** The hash of some bytes and one more. */
function addToHash(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x9e3779b1);
}

/**
 * The ranks of the tokens of o200k_base, in a hash table over bytes. Tokens that begin with the same two bytes are read when one of
 * them is first looked up: most texts have tokens of few scripts.
 */
export class TokenTable {
  /** The bytes of each token that was read, after its header. */
  readonly #arena = new Uint8Array(data.size + header * data.tokens);
  /** 0, or the place of a token in the arena in the upper bits and some bits of its hash, which spare most comparisons. */
  readonly #slots = new Uint32Array(2 ** slotBits);
  /** The first two bytes of tokens → the number of their group if it was not read. Groups count from 1. */
  readonly #unread = new Uint16Array(2 ** 16);
  /** For each group, where it begins in the data: its first token, length and byte. */
  readonly #groups: Uint32Array;
  #end = 0;

  constructor() {
    const rowLength = 11;
    const count = data.groups.length / rowLength;
    this.#groups = new Uint32Array(3 * (count + 1));
    let token = 0;
    let length = 0;
    let byte = 0;
    for (let group = 0; group < count; group++) {
      const row = group * rowLength;
      this.#unread[numberAt(data.groups, row, 3)] = group + 1;
      this.#groups[3 * group] = token;
      this.#groups[3 * group + 1] = length;
      this.#groups[3 * group + 2] = byte;
      token += numberAt(data.groups, row + 3, 2);
      length += numberAt(data.groups, row + 5, 3);
      byte += numberAt(data.groups, row + 8, 3);
    }
    this.#groups[3 * count] = token;
  }

  /** The rank of a token of two bytes or more; -1 if the bytes are not a token. */
  rankOf(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length > longest) return -1;
    const key = (bytes[start]! << 8) | bytes[start + 1]!;
    if (this.#unread[key] !== 0) this.#readGroup(key);
    let hash = 0;
    for (let at = start; at < end; at++) hash = addToHash(hash, bytes[at]!);
    const arena = this.#arena;
    const slots = this.#slots;
    for (let slot = hash >>> (32 - slotBits); ; slot = (slot + 1) & slotMask) {
      const entry = slots[slot]!;
      if (entry === 0) return -1;
      if (((entry ^ hash) & markMask) !== 0) continue;
      const place = entry >>> markBits;
      if (arena[place - 4] !== length) continue;
      let at = 0;
      while (at < length && arena[place + at] === bytes[start + at]) at++;
      if (at === length) return arena[place - 3]! | (arena[place - 2]! << 8) | (arena[place - 1]! << 16);
    }
  }

  #readGroup(key: number): void {
    const group = 3 * (this.#unread[key]! - 1);
    this.#unread[key] = 0;
    const last = this.#groups[group + 3]!;
    let lengthAt = this.#groups[group + 1]!;
    let byteAt = this.#groups[group + 2]!;
    const arena = this.#arena;
    // Hashes of the first bytes of the token before.
    const hashes = new Int32Array(longest + 1);
    hashes[2] = addToHash(addToHash(0, key >> 8), key & 255);
    let before = this.#end + header;
    arena[before] = key >> 8;
    arena[before + 1] = key;
    for (let token = this.#groups[group]!; token < last; token++) {
      let rest = digitAt(data.lengths, lengthAt++);
      let shared = (rest / 7) | 0;
      if (rest === base - 1) {
        shared = digitAt(data.lengths, lengthAt++);
        rest = digitAt(data.lengths, lengthAt++);
      } else rest -= shared * 7;
      shared += 2;
      const start = this.#end + header;
      for (let at = 0; at < shared; at++) arena[start + at] = arena[before + at]!;
      const length = shared + rest;
      for (let at = shared; at < length; at++) {
        let byte = data.bytes.charCodeAt(byteAt++);
        if (byte >= escapeCode) byte = (byte - escapeCode) * base + digitAt(data.bytes, byteAt++);
        arena[start + at] = byte;
        hashes[at + 1] = addToHash(hashes[at]!, byte);
      }
      this.#end = start + length;
      this.#add(start, length, rankAt(token), hashes[length]!);
      before = start;
    }
  }

  #add(start: number, length: number, rank: number, hash: number): void {
    const arena = this.#arena;
    arena[start - 4] = length;
    arena[start - 3] = rank;
    arena[start - 2] = rank >> 8;
    arena[start - 1] = rank >> 16;
    let slot = hash >>> (32 - slotBits);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & slotMask;
    this.#slots[slot] = (start << markBits) | (hash & markMask);
  }
}

/** The rank of a token, from its digits, which are apart. */
function rankAt(token: number): number {
  const high = digitAt(data.ranks, token) * base + digitAt(data.ranks, data.tokens + token);
  return high * base + digitAt(data.ranks, 2 * data.tokens + token);
}
