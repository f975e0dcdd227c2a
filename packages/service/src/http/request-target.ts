import { HttpError } from "./http-error.ts";

/** A host name or IP address, and a port. Percent-encoding and user names are not valid in `Host`. */
const hostPattern = /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d*)?$/i;

/** The target of a request to a proxy: scheme, host, and path with query. */
const absoluteForm = /^(https?):\/\/([^/?#\\]*)(.*)$/is;

/**
 * The URL of a request. Only the `Host` header determines the host: a target with another host is rejected.
 *
 * @throws {HttpError} 400 for a `Host` that is not a host name or address, and for a target that is not a path.
 */
export function readTarget(method: string, target: string, host: string): URL {
  const base = `http://${host}`;
  if (!hostPattern.test(host) || !URL.canParse(base))
    throw bad(`The header \`Host\` must be a host name or address with an optional port, got ${JSON.stringify(host)}.`);
  if (target.startsWith("/")) return toUrl(base, target);
  if (target === "*" && method === "OPTIONS") return new URL(base);
  const [, scheme, named, path] = absoluteForm.exec(target) ?? [];
  if (scheme === undefined || named === undefined || path === undefined)
    throw bad(`The target of the request must be a path that begins with "/", got ${JSON.stringify(shown(target))}.`);
  if (withoutDefaultPort(named) !== withoutDefaultPort(host))
    throw bad(
      `The target of the request names the host ${JSON.stringify(shown(named))}, and the header \`Host\` names ${JSON.stringify(host)}. They must be the same.`,
    );
  return toUrl(base, path.startsWith("/") ? path : `/${path}`);
}

/** Concatenates host and path. Because the path begins with "/", no part of it can be parsed as another host. */
function toUrl(base: string, path: string): URL {
  const address = base + path;
  if (!URL.canParse(address)) throw bad(`The path ${JSON.stringify(shown(path))} is not valid.`);
  return new URL(address);
}

function withoutDefaultPort(host: string): string {
  return host.toLowerCase().replace(/:(?:80|443)?$/, "");
}

function shown(text: string): string {
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}

function bad(message: string): HttpError {
  return new HttpError(400, message, { headers: { connection: "close" } });
}
