import type { Random } from "../random.ts";

/** Writes a text of a format; `room` characters more than usual where the format allows that. */
type Format = (random: Random, room: number) => string;

const names = ["ada", "alan", "grace", "edsger"];

const email: Format = (random, room) => `${pick(names, random)}${"x".repeat(Math.min(room, 50))}@example.com`;
const uri: Format = (random, room) => `https://example.com/${Math.floor(random() * 1000)}${"x".repeat(room)}`;
const hostname: Format = (_, room) => `${"x".repeat(Math.min(room, 50))}example.com`;
const day = (random: Random): string => `2025-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;

/** Format of a JSON Schema → plausible texts. The formats of the specification, and those that generators of schemas write. */
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
    ipv4: (random) => `192.0.2.${1 + Math.floor(random() * 254)}`,
    ipv6: (random) => `2001:db8::${(1 + Math.floor(random() * 0xfffe)).toString(16)}`,
    uri,
    url: uri,
    iri: uri,
    "uri-reference": uri,
    "iri-reference": uri,
    "uri-template": (random, room) => `${uri(random, room)}{?page}`,
    uuid: (random) =>
      `${hex(8, random)}-${hex(4, random)}-4${hex(3, random)}-${pick(["8", "9", "a", "b"], random)}${hex(3, random)}-${hex(12, random)}`,
    "json-pointer": (random) => `/${pick(names, random)}`,
    "relative-json-pointer": (random) => `0/${pick(names, random)}`,
    regex: () => "^[a-z]+$",
    emoji: () => "🙂",
    jwt: () => "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl",
  }),
);

function hex(length: number, random: Random): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}
