// A response can be sent back without a conversion: its type is assignable to the type that requests accept.
import type { Schemas, SentBackAs } from "./generated/schema-map.ts";

type Rejected = {
  [Name in keyof SentBackAs]: Schemas[Name] extends Schemas[SentBackAs[Name]] ? never : Name;
}[keyof SentBackAs];

type Expect<_ extends true> = true;
/** If this does not compile, the error names the schemas that requests do not accept. */
export type Accepted = Expect<[Rejected] extends [never] ? true : Rejected>;

// A schema that requests do not accept would be found.
export type Distinguishes = Expect<Schemas["ChatCompletion"] extends Schemas["AssistantMessage"] ? false : true>;
