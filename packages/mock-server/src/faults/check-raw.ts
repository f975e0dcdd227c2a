import { getOwn } from "../engine/data/get-own.ts";
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
  type RuleFault,
} from "../rules/check.ts";
import { headers } from "../rules/check-header.ts";
import { answerStatus, isEmptyStatus } from "../rules/check-status.ts";
import { chunksOf, type RawResponse } from "./raw.ts";

/** The longest raw body, in bytes, and the most chunks that it can have. */
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
  const faults = offsets(given, pointer);
  if (faults.length > 0) return faults;
  const isAscending = (given as number[]).every(
    (offset, index) => index === 0 || offset > (given as number[])[index - 1]!,
  );
  return isAscending ? [] : wrong(pointer, "expected byte offsets in ascending order");
};

const chunkObject = object({ text: rawText, base64, gap: milliseconds });

const chunk: Check = (given, pointer) => {
  if (typeof given === "string") return rawText(given, pointer);
  const faults = chunkObject(given, pointer);
  if (faults.length > 0 || !isRecord(given)) return faults;
  return given.text !== undefined && given.base64 !== undefined
    ? wrong(pointer, "has both `text` and `base64`. Keep one of them.")
    : [];
};

const rawObject = object({
  status: answerStatus,
  headers: headers(["content-length"]),
  text: rawText,
  base64,
  chunks: list(chunk, mostRawChunks),
  split,
  gap: milliseconds,
  end: oneOf("end", "cut", "stall", "reset"),
});

/** Finds the mistakes in a raw answer. */
export const checkRaw: Check = (given, pointer) => {
  const faults = rawObject(given, pointer);
  if (faults.length > 0 || !isRecord(given)) return faults;
  const bodies = ["text", "base64", "chunks"].filter((name) => getOwn(given, name) !== undefined);
  if (bodies.length > 1)
    return wrong(pointer, `has ${bodies.map((name) => `\`${name}\``).join(" and ")}. Keep one of them.`);
  if (given.split !== undefined && given.chunks !== undefined)
    return wrong(`${pointer}/split`, "has no effect on `chunks`, which are split already. Leave it out.");
  return checkBody(given, pointer);
};

function checkBody(raw: RawResponse, pointer: string): RuleFault[] {
  const chunks = chunksOf(raw);
  const length = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (chunks.length > mostRawChunks)
    return wrong(pointer, `has ${chunks.length} chunks; at most ${mostRawChunks} are allowed. Split it less.`);
  if (length > mostRawBytes) return wrong(pointer, `has ${length} bytes; at most ${mostRawBytes} are allowed.`);
  const { status = 200, headers: given = {}, end = "end" } = raw;
  if (isEmptyStatus(status) && (length > 0 || end !== "end"))
    return wrong(`${pointer}/status`, `is ${status}, and such an answer has no body. Leave out the body and \`end\`.`);
  const [name, announced] = Object.entries(given).find(([one]) => one.toLowerCase() === "content-length") ?? [];
  if (name === undefined) return [];
  const place = `${pointer}/headers/${name}`;
  if (isEmptyStatus(status))
    return wrong(place, `cannot be combined with status ${status}, which has no body. Leave it out.`);
  if (!/^\d{1,15}$/.test(String(announced))) return wrong(place, "expected a whole number of bytes");
  if (Number(announced) < length)
    return wrong(place, `is less than the ${length} bytes of the body, whose rest would be read as the next answer.`);
  if (Number(announced) > length && end === "end")
    return wrong(
      place,
      `is more than the ${length} bytes of the body. Say with \`end\` what follows: cut, stall or reset.`,
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
