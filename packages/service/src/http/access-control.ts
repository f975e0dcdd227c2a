import type { Connection } from "./request.ts";

/** The options that control access to the control API. */
interface ControlOptions {
  readonly control?: boolean | undefined;
  readonly allowedHosts?: readonly string[] | true | undefined;
}

/**
 * Why a connection may not use the control API; `undefined` if it may. A foreign page can point its own host name at this
 * machine (DNS rebinding), so the name in `Host` is checked as well as the address.
 */
export function controlFault(
  connection: Connection | undefined,
  { control, allowedHosts = [] }: ControlOptions,
): string | undefined {
  if (control === false) return "The control API is off: the option `control` is false.";
  if (!connection) return undefined;
  const { host, address, isForwarded } = connection;
  if (control !== true && !isLoopbackAddress(address))
    return "The control API answers on loopback addresses only. Start the server with `control: true` (`--control`) to open it on others.";
  if (control !== true && isForwarded)
    return "The control API rejects requests that a proxy forwards. Start the server with `control: true` (`--control`) to open it.";
  const name = nameOf(host ?? "");
  const isKnown = isLoopbackName(name) || (control === true && isAddress(name)) || isAllowed(name, allowedHosts);
  if (isKnown) return undefined;
  return `The control API does not answer for the host name ${JSON.stringify(name)}. Add it to \`allowedHosts\` (\`--allowed-host\`) to allow it.`;
}

/** Whether an address is a loopback address: `127.0.0.0/8`, also mapped into IPv6, and `::1`. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(?:(?:::ffff:)?127\.\d+\.\d+\.\d+|::1)$/i.test(address);
}

/** The name in a `Host` header, without its port. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, "");
}

/** Only the full notation of an address counts, not an abbreviated one such as `2130706433`. */
function isLoopbackName(name: string): boolean {
  return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/** An IP address cannot be rebound: a browser that sends it has connected to it. */
function isAddress(name: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) || /^\[[\da-f:.]+\]$/.test(name);
}

/** An entry that begins with a dot allows the name after the dot and its subdomains. */
function isAllowed(name: string, allowed: readonly string[] | true): boolean {
  if (allowed === true) return true;
  return allowed.some((entry) => {
    const wanted = entry.toLowerCase();
    return wanted.startsWith(".") ? name === wanted.slice(1) || name.endsWith(wanted) : name === wanted;
  });
}
