const freeFailures = 5;
const longestMs = 60_000;
const mostAddresses = 10_000;

interface Failures {
  readonly count: number;
  /** Unix milliseconds. */
  readonly blockedUntil: number;
}

/**
 * Slows the guessing of the admin key: after 5 failures of an address, each further failure blocks it for twice as long, from
 * 1 second to 1 minute. An address without failures is never blocked, so that no stranger can lock the administrator out.
 */
export interface LoginThrottle {
  /** Milliseconds until the address may try again; 0 if it may now. */
  readonly waitMs: (address: string, now: number) => number;
  readonly fail: (address: string, now: number) => void;
  readonly succeed: (address: string) => void;
}

export function createLoginThrottle(): LoginThrottle {
  const failures = new Map<string, Failures>();
  return {
    waitMs: (address, now) => Math.max(0, (failures.get(toNetwork(address))?.blockedUntil ?? 0) - now),
    fail(address, now) {
      const network = toNetwork(address);
      const count = (failures.get(network)?.count ?? 0) + 1;
      const blockMs = count < freeFailures ? 0 : Math.min(longestMs, 1000 * 2 ** (count - freeFailures));
      failures.delete(network);
      failures.set(network, { count, blockedUntil: now + blockMs });
      const [oldest] = failures.keys();
      if (failures.size > mostAddresses && oldest !== undefined) failures.delete(oldest);
    },
    succeed: (address) => void failures.delete(toNetwork(address)),
  };
}

/** One customer has a whole /64 network of IPv6, so that its addresses count as one. */
function toNetwork(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [left = "", right] = address.toLowerCase().split("::", 2);
  const groups = left.split(":").filter(Boolean);
  const rest = right?.split(":").filter(Boolean) ?? [];
  const all =
    right === undefined
      ? groups
      : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill("0"), ...rest];
  return all
    .slice(0, 4)
    .map((group) => group.padStart(4, "0"))
    .join(":");
}
