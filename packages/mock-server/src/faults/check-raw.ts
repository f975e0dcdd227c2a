import { getOwn } from "@patchbay/engine/data/get-own";
import {
  integer,
  isRecord,
  list,
  milliseconds,
  object,
  oneOf,
  text,
  value,
  wrong,
  type Check,
  type FieldChecks,
  type RuleProblem,
} from "../rules/check.ts";
import { headers } from "../rules/check-header.ts";
import { responseStatus, isEmptyStatus } from "../rules/check-status.ts";
import { toChunks, type RawChunk, type RawResponse } from "./raw.ts";

/** The limits of a raw body: bytes and chunks. */
const mostRawBytes = 8_388_608;
const mostRawChunks = 20_000;

const longestBase64 = Math.ceil(mostRawBytes / 3) * 4;

const rawText = text(mostRawBytes);
const base64: Check = value(isBase64, "base64");
const offsets = list(integer(1, mostRawBytes), mostRawChunks);
const named = oneOf("event", "line", "byte");

const split: Check = (given, pointer) => {
  if (typeof given === "number") return integer(1, mostRawBytes)(given, pointer);
  if (!Array.isArray(given))
    return named(given, pointer).length === 0
      ? []
      : wrong(
          pointer,
          `expected event, line, byte, a number of bytes, or a list of byte offsets, got ${JSON.stringify(given)}`,
        );
  const problems = offsets(given, pointer);
  if (problems.length > 0) return problems;
  const isAscending = (given as number[]).every(
    (offset, index) => index === 0 || offset > (given as number[])[index - 1]!,
  );
  return isAscending ? [] : wrong(pointer, "expected byte offsets in ascending order");
};

const chunkObject = object({ text: rawText, base64, gap: milliseconds } satisfies FieldChecks<RawChunk>);

const chunk: Check = (given, pointer) => {
  if (typeof given === "string") return rawText(given, pointer);
  const problems = chunkObject(given, pointer);
  if (problems.length > 0 || !isRecord(given)) return problems;
  return given.text !== undefined && given.base64 !== undefined
    ? wrong(pointer, "has both `text` and `base64`. Keep one of them.")
    : [];
};

const rawObject = object({
  status: responseStatus,
  headers: headers(["content-length"]),
  text: rawText,
  base64,
  chunks: list(chunk, mostRawChunks),
  split,
  gap: milliseconds,
  end: oneOf("end", "cut", "stall", "reset"),
} satisfies FieldChecks<RawResponse>);

/** Returns the mistakes in a raw response. */
export const checkRaw: Check = (given, pointer) => {
  const problems = rawObject(given, pointer);
  if (problems.length > 0 || !isRecord(given)) return problems;
  const bodies = ["text", "base64", "chunks"].filter((name) => getOwn(given, name) !== undefined);
  if (bodies.length > 1)
    return wrong(pointer, `has ${bodies.map((name) => `\`${name}\``).join(" and ")}. Keep one of them.`);
  if (given.split !== undefined && given.chunks !== undefined)
    return wrong(`${pointer}/split`, "has no effect on `chunks`, which are split already. Remove it.");
  return checkBody(given, pointer);
};

function checkBody(raw: RawResponse, pointer: string): RuleProblem[] {
  const chunks = toChunks(raw);
  const length = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (chunks.length > mostRawChunks)
    return wrong(pointer, `has ${chunks.length} chunks; at most ${mostRawChunks} are allowed. Split it less.`);
  if (length > mostRawBytes) return wrong(pointer, `has ${length} bytes; at most ${mostRawBytes} are allowed.`);
  const { status = 200, headers: given = {}, end = "end" } = raw;
  if (isEmptyStatus(status) && (length > 0 || end !== "end"))
    return wrong(`${pointer}/status`, `is ${status}, and such a response has no body. Remove the body and \`end\`.`);
  const [name, announced] = Object.entries(given).find(([one]) => one.toLowerCase() === "content-length") ?? [];
  if (name === undefined) return [];
  const place = `${pointer}/headers/${name}`;
  if (isEmptyStatus(status))
    return wrong(place, `cannot be combined with status ${status}, which has no body. Remove it.`);
  if (!/^\d{1,15}$/.test(String(announced))) return wrong(place, "expected a whole number of bytes");
  if (Number(announced) < length)
    return wrong(
      place,
      `is less than the ${length} bytes of the body. The client would read the rest as the next response.`,
    );
  if (Number(announced) > length && end === "end")
    return wrong(
      place,
      `is more than the ${length} bytes of the body. Set \`end\` to what follows: cut, stall or reset.`,
    );
  return [];
}

function isBase64(given: unknown): boolean {
  return (
    typeof given === "string" &&
    given.length <= longestBase64 &&
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(given)
  );
}
