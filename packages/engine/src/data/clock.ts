/** The first and the last time of a server's clock. Dates near them also have years of four digits. */
const earliestTime = Date.parse("0001-01-01T00:00:00Z");
const latestTime = Date.parse("9998-12-31T23:59:59.999Z");

/** Whether a clock can show a time, in Unix milliseconds. */
export function isTime(time: number): boolean {
  return time >= earliestTime && time <= latestTime;
}

/** The nearest time that a clock can show. */
export function toTime(time: number): number {
  return Math.min(Math.max(time, earliestTime), latestTime);
}
