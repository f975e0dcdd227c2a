import type { Random } from "../data/random.ts";

/** Generates a string of a format, longer by `room` characters where the format allows it. */
type Format = (random: Random, room: number) => string;

const names = ["ada", "alan", "grace", "edsger"];

const email: Format = (random, room) => `${pick(names, random)}${"x".repeat(Math.min(room, 50))}@example.com`;
const uri: Format = (random, room) => `https://example.com/${Math.floor(random() * 1000)}${"x".repeat(room)}`;
const hostname: Format = (_, room) => `${"x".repeat(Math.min(room, 50))}example.com`;
const day = (random: Random): string => `2025-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;

const uuid = (random: Random, version = "4"): string =>
  `${hex(8, random)}-${hex(4, random)}-${version}${hex(3, random)}-${pick(["8", "9", "a", "b"], random)}${hex(3, random)}-${hex(12, random)}`;
const ipv4: Format = (random) => `192.0.2.${1 + Math.floor(random() * 254)}`;
const ipv6: Format = (random) => `2001:db8::${(1 + Math.floor(random() * 0xfffe)).toString(16)}`;
const digits: Format = (random, room) => `${1 + Math.floor(random() * 100)}${"0".repeat(Math.min(room, 15))}`;

/**
 * Format of a JSON Schema → plausible strings. The formats of the specification, and those of common schema generators.
 */
export const formats: ReadonlyMap<string, Format> = new Map(
  Object.entries<Format>({
    date: day,
    "date-time": (random) => `${day(random)}T12:00:00Z`,
    time: () => "12:00:00Z",
    duration: () => "PT1H",
    email,
    "idn-email": email,
    hostname,
    "idn-hostname": hostname,
    ipv4,
    ipv6,
    // The names that pydantic uses for addresses and identifiers.
    ipvanyaddress: ipv4,
    ipvanyinterface: (random) => `${ipv4(random, 0)}/24`,
    ipvanynetwork: () => "192.0.2.0/24",
    ipv4interface: (random) => `${ipv4(random, 0)}/24`,
    ipv4network: () => "192.0.2.0/24",
    ipv6interface: (random) => `${ipv6(random, 0)}/64`,
    ipv6network: () => "2001:db8::/64",
    "multi-host-uri": (random, room) =>
      `postgresql://${pick(names, random)}@db.example.com:5432/${"x".repeat(room)}app`,
    "json-string": (random) => JSON.stringify({ name: pick(names, random) }),
    "file-path": (random, room) => `/data/${pick(names, random)}${"x".repeat(room)}.txt`,
    "directory-path": (random, room) => `/data/${pick(names, random)}${"x".repeat(room)}`,
    path: (random, room) => `/data/${pick(names, random)}${"x".repeat(room)}.txt`,
    color: (random) => `#${hex(6, random)}`,
    phone: (random) => `+1202555${1000 + Math.floor(random() * 9000)}`,
    // Numbers in strings, as protocol buffers and OpenAPI write them.
    int32: digits,
    int64: digits,
    uint32: digits,
    uint64: digits,
    decimal: (random) => `${1 + Math.floor(random() * 100)}.50`,
    uri,
    url: uri,
    iri: uri,
    "uri-reference": uri,
    "iri-reference": uri,
    "uri-template": (random, room) => `${uri(random, room)}{?page}`,
    uuid: (random) => uuid(random),
    ...Object.fromEntries(
      ["1", "3", "4", "5", "6", "7", "8"].map((version) => [
        `uuid${version}`,
        (random: Random) => uuid(random, version),
      ]),
    ),
    "json-pointer": (random) => `/${pick(names, random)}`,
    "relative-json-pointer": (random) => `0/${pick(names, random)}`,
    regex: () => "^[a-z]+$",
    emoji: () => "🙂",
    jwt: () => "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl",
  }),
);

const shortLink = (): string[] => ["https://a.co", "a:b"];
const shortMail = (): string[] => ["ada@a.co", "a@b.co"];

/** Format → other strings of it, for lengths and patterns that the usual one does not match. */
export const variants: ReadonlyMap<string, (usual: string) => readonly string[]> = new Map(
  Object.entries<(usual: string) => readonly string[]>({
    "date-time": (usual) => {
      const minute = usual.slice(0, 16);
      const times = [minute, `${minute}:00`, `${minute}:00.0`, `${minute}:00.000`, `${minute}:00.000000`];
      return times.flatMap((time) => [time, `${time}Z`, `${time}+00:00`]);
    },
    time: () => ["12:00:00", "12:00", "12:00:00.000", "12:00:00.000000", "12:00:00+00:00", "12:00:00.000Z"],
    duration: () => ["P1D", "P1Y2M3DT4H5M6S", "PT30M"],
    uuid: (usual) => Array.from("71235689", (version) => usual.slice(0, 14) + version + usual.slice(15)),
    email: shortMail,
    "idn-email": shortMail,
    uri: shortLink,
    url: shortLink,
    iri: shortLink,
    "uri-reference": () => [...shortLink(), "/a", "a"],
    "iri-reference": () => [...shortLink(), "/a", "a"],
    hostname: () => ["a.co", "a"],
    "idn-hostname": () => ["a.co", "a"],
    ipv6: () => ["::1", "2001:0db8:0000:0000:0000:0000:0000:0001"],
    ipv4: () => ["1.1.1.1", "10.0.0.1", "192.168.0.1", "127.0.0.1"],
  }),
);

function hex(length: number, random: Random): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}
