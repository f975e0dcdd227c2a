/** The maximum length of a tool name. */
const longest = 64;

/**
 * Server's name → a valid name, for all tools of a server. Invalid characters become `_`. A changed name that is not
 * unique or too long ends with a hash of the server's name, so that it does not depend on the order.
 */
export function toToolNames(names: readonly string[], prefix: string): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) {
    const cleaned = clean(prefix + name);
    counts.set(cleaned, (counts.get(cleaned) ?? 0) + 1);
  }
  const taken = new Set(names.filter((name) => clean(prefix + name) === prefix + name).map((name) => prefix + name));
  const found = new Map<string, string>();
  for (const name of names) {
    const full = prefix + name;
    const cleaned = clean(full);
    const isClear = (cleaned === full && full !== "") || (counts.get(cleaned) === 1 && /[a-z\d]/i.test(cleaned));
    let own = isClear && cleaned.length <= longest ? cleaned : withHash(cleaned, name);
    for (let salt = 2; own !== full && taken.has(own); salt++) own = withHash(cleaned, `${name} ${salt}`);
    taken.add(own);
    found.set(name, own);
  }
  return found;
}

/** A name that is not taken: the requested one, or one combined with the server's name. */
export function toFreeName(name: string, server: string, isTaken: (name: string) => boolean): string {
  const wanted = clean(server === "" ? name : `${server}_${name}`);
  let own = wanted.length <= longest ? wanted : withHash(wanted, wanted);
  for (let count = 2; isTaken(own); count++) own = `${wanted.slice(0, longest - 8)}_${count}`;
  return own;
}

function clean(name: string): string {
  // Accents are separate characters in this form.
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\w-]/gu, "_");
}

function withHash(cleaned: string, name: string): string {
  return `${cleaned.slice(0, longest - 9)}_${fnv1a(name)}`;
}

/** FNV-1a, 32 bits, as 8 characters. It only has to distinguish the names of one server. */
function fnv1a(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, "0");
}
