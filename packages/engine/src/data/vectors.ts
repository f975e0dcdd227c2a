/**
 * A unit vector for a text by signed feature hashing of its words and their trigrams, so that similar texts are closer.
 * Deterministic; an empty text gives the first axis.
 */
export function embed(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const [feature, weight] of features(text)) {
    const hash = fnv1a(feature);
    vector[hash % dimensions]! += hash & 0x80000000 ? -weight : weight;
  }
  const norm = Math.hypot(...chunks(vector));
  if (norm === 0) vector[0] = 1;
  else for (let index = 0; index < dimensions; index++) vector[index]! /= norm;
  return vector;
}

/** 32-bit floats, little-endian, in base64. */
export function toBase64(vector: ArrayLike<number>): string {
  const view = new DataView(new ArrayBuffer(vector.length * 4));
  for (let index = 0; index < vector.length; index++) view.setFloat32(index * 4, vector[index]!, true);
  const bytes = new Uint8Array(view.buffer);
  let binary = "";
  for (let at = 0; at < bytes.length; at += 4096) binary += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(binary);
}

function* features(text: string): Generator<[string, number]> {
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    yield [word, 1];
    const padded = `<${word}>`;
    for (let at = 0; at + 3 <= padded.length; at++) yield [padded.slice(at, at + 3), 0.4];
  }
}

/** Norms of slices, so that long vectors do not pass thousands of arguments. */
function chunks(vector: Float32Array): number[] {
  const norms: number[] = [];
  for (let at = 0; at < vector.length; at += 256) norms.push(Math.hypot(...vector.subarray(at, at + 256)));
  return norms;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  // A final mix, so that short texts spread over all axes.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
