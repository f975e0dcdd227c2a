import { type Fleet, members, type OutageOutcome } from "./fleet.ts";
import type { DrillRequest } from "./drill.ts";

/** The result of a drill. */
export interface DrillReport {
  readonly requests: number;
  /** Shares of all requests, and of those sent during an outage. */
  readonly success: number;
  readonly successInOutages: number;
  /** Attempts at providers for each request. */
  readonly attempts: number;
  /** What the gateway charged for the answered requests, relative to the oracle. */
  readonly costToOracle: number;
  /** Milliseconds. */
  readonly firstTokenP50: number;
  readonly firstTokenP99: number;
  /** Share of the answers by provider. */
  readonly shares: Readonly<Record<string, number>>;
  readonly outages: readonly OutageOutcome[];
  /** Reasons of failed requests, the first five. */
  readonly failures: readonly string[];
}

/** Sums up a drill. */
export function reportOf(requests: readonly DrillRequest[], fleet: Fleet): DrillReport {
  const good = requests.filter(({ isGood }) => isGood);
  const during = requests.filter(({ isDuringOutage }) => isDuringOutage);
  const sum = (read: (request: DrillRequest) => number): number => good.reduce((total, one) => total + read(one), 0);
  const firsts = good.map(({ firstToken }) => firstToken).toSorted((a, b) => a - b);
  const quantile = (share: number): number => Math.round(firsts[Math.floor(share * (firsts.length - 1))] ?? NaN);
  const attempts = members.reduce((total, { slug }) => total + fleet.requestsOf(slug), 0);
  const round = (value: number): number => Number(value.toFixed(4));
  return {
    requests: requests.length,
    success: round(good.length / requests.length),
    successInOutages: round(during.filter(({ isGood }) => isGood).length / during.length),
    attempts: round(attempts / requests.length),
    costToOracle: round(sum(({ charged }) => charged) / sum(({ oracle }) => oracle)),
    firstTokenP50: quantile(0.5),
    firstTokenP99: quantile(0.99),
    shares: Object.fromEntries(
      members.map(({ slug }) => [slug, round(good.filter(({ provider }) => provider === slug).length / good.length)]),
    ),
    outages: fleet.outcomes(),
    failures: requests.flatMap(({ failure }) => failure ?? []).slice(0, 5),
  };
}
