import { hashText } from "@patchbay/engine/data/random";

/** A PNG of 8 × 8 pixels in one color that is derived from the text, as a data URL. */
export function drawImage(text: string): string {
  const hash = hashText(text);
  const color = [hash & 255, (hash >>> 8) & 255, (hash >>> 16) & 255];
  const row = [0, ...Array.from({ length: 8 }, () => color).flat()];
  const pixels = Array.from({ length: 8 }, () => row).flat();
  const bytes = [
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk("IHDR", [0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]),
    ...chunk("IDAT", deflateStored(pixels)),
    ...chunk("IEND", []),
  ];
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
}

/** A zlib stream with one stored block. */
function deflateStored(bytes: readonly number[]): number[] {
  const { length } = bytes;
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  const size = [length & 255, length >> 8];
  return [0x78, 0x01, 1, ...size, ...size.map((byte) => ~byte & 255), ...bytes, b >> 8, b & 255, a >> 8, a & 255];
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...new TextEncoder().encode(type), ...data];
  return [...toBytes(data.length), ...body, ...toBytes(crc(body))];
}

function crc(bytes: readonly number[]): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

function toBytes(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
