/** Name of what was measured → bytes. */
export type Sizes = Readonly<Record<string, number>>;

/** The sizes of this repository, in groups: bundles, tarballs, installed packages. */
export type SizeReport = Readonly<Record<string, Sizes>>;

/** A size that differs from the accepted one by more than the tolerance. */
export interface SizeChange {
  readonly group: string;
  readonly name: string;
  /** Accepted bytes; `undefined` for something new. */
  readonly from: number | undefined;
  /** Measured bytes; `undefined` for something that is gone. */
  readonly to: number | undefined;
  /** Whether the check fails: growth, and what is new or gone. Something smaller is only to be accepted. */
  readonly fails: boolean;
}

/** The part of a size by which it may differ from the accepted one: another zlib compresses by a few bytes more or less. */
export const tolerance = 0.03;

/** Compares measured sizes with the accepted ones, and returns those outside the tolerance in the order of the measurement. */
export function compareSizes(accepted: SizeReport, measured: SizeReport): SizeChange[] {
  const groups = [...new Set([...Object.keys(measured), ...Object.keys(accepted)])];
  return groups.flatMap((group) => compareGroup(group, accepted[group] ?? {}, measured[group] ?? {}));
}

function compareGroup(group: string, accepted: Sizes, measured: Sizes): SizeChange[] {
  const names = [...new Set([...Object.keys(measured), ...Object.keys(accepted)])];
  return names.flatMap((name): SizeChange[] => {
    const from = accepted[name];
    const to = measured[name];
    if (from === undefined || to === undefined) return [{ group, name, from, to, fails: true }];
    if (Math.abs(to - from) <= from * tolerance) return [];
    return [{ group, name, from, to, fails: to > from }];
  });
}

/** One line about a change, such as `bundle "client, class": 18.5 KiB → 20.1 KiB (+8.6 %)`. */
export function describeChange({ group, name, from, to }: SizeChange): string {
  const what = `${group} ${JSON.stringify(name)}`;
  if (from === undefined) return `${what}: ${toText(to!)}, not accepted yet`;
  if (to === undefined) return `${what}: ${toText(from)} accepted, but not measured any more`;
  const percent = ((to - from) / from) * 100;
  return `${what}: ${toText(from)} → ${toText(to)} (${percent > 0 ? "+" : ""}${percent.toFixed(1)} %)`;
}

/** Bytes as KiB, or as MiB from 1 MiB on. */
export function toText(bytes: number): string {
  return bytes < 2 ** 20 ? `${(bytes / 2 ** 10).toFixed(1)} KiB` : `${(bytes / 2 ** 20).toFixed(2)} MiB`;
}
