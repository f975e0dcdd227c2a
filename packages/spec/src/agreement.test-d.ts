// Two independent generators read the same contract. If their types differ, the contract is ambiguous: fix it there.
import type { components } from "./generated/components.ts";
import type { Schemas } from "./generated/schema-map.ts";

type Other = components["schemas"];

type Assignable<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type OptionalKeys<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never }[keyof T];
type SameMembers<A, B> = { [K in keyof A]-?: K extends keyof B ? Assignable<A[K], B[K]> : false }[keyof A];

type IsUnion<T, Whole = T> = [T] extends [never]
  ? false
  : T extends unknown
    ? [Whole] extends [T]
      ? false
      : true
    : never;

/** The same keys, the same optional keys, and values assignable both ways. Members of a union are compared under their own names. */
type Same<A, B> =
  Assignable<A, B> extends true
    ? true extends IsUnion<A>
      ? true
      : [
            Assignable<string & keyof A, string & keyof B>,
            Assignable<OptionalKeys<A>, OptionalKeys<B>>,
            SameMembers<A, B>,
          ] extends [true, true, true | never]
        ? true
        : false
    : false;

type Disagreements = {
  [Name in keyof Schemas]: Name extends keyof Other
    ? Same<Schemas[Name], Other[Name]> extends true
      ? never
      : Name
    : Name;
}[keyof Schemas];
type Unnamed = Exclude<keyof Other, keyof Schemas>;

type Expect<_ extends true> = true;
/** If this does not compile, the error names the schemas on which the generators disagree. */
export type Agreement = Expect<[Disagreements | Unnamed] extends [never] ? true : Disagreements | Unnamed>;

// The comparison itself detects a difference.
export type Distinguishes = Expect<Same<{ a?: string }, { a: string }> extends false ? true : false>;
export type Compares = Expect<Same<{ a: 1; b: string }, { a: 1; b: number }> extends false ? true : false>;
