/**
 * The Unix time in milliseconds of an RFC 3339 date-time. `undefined` if the text is not a date-time or does not exist,
 * such as February 30, 24:00, or a leap second that is not at the end of a UTC day. A leap second equals the second
 * after it, since Unix time has no leap seconds.
 */
export function parseDateTime(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.exec(text);
  if (!match) return undefined;
  const [, date, hour, minute, second, fraction = "", offset] = match;
  if (!isDate(date!) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const shift = /[Zz]/.test(offset!) ? 0 : minutesOf(offset!);
  if (shift === undefined) return undefined;
  const start = Date.parse(`${date}T${hour}:${minute}:00Z`) - shift * 60_000;
  // Dates must be within the years 0 to 9999 in UTC.
  if (second === "60" && new Date(start).toISOString().slice(11, 16) !== "23:59") return undefined;
  return start + Number(second) * 1000 + Math.floor(Number(`0${fraction}`) * 1000);
}

/** Whether a string is a calendar day, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function minutesOf(offset: string): number | undefined {
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4));
  if (hours > 23 || minutes > 59) return undefined;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
