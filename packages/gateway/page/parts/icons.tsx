import type { JSX } from "preact";
import type { PageName } from "../data/route.ts";

/** Two plugs and a cord. */
export function Logo(): JSX.Element {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" class="logo-back" />
      <path d="M9 10c0 8 14 4 14 12" class="logo-cord" />
      <circle cx="9" cy="10" r="3.2" class="logo-plug" />
      <circle cx="23" cy="22" r="3.2" class="logo-plug" />
      <circle cx="23" cy="10" r="2.2" class="logo-socket" />
      <circle cx="9" cy="22" r="2.2" class="logo-socket" />
    </svg>
  );
}

const paths: Readonly<Record<PageName, string>> = {
  overview: "M2.5 9.5 8 3.5l5.5 6M4.5 8v5h7V8",
  spend: "M3 13V8M6.5 13V3M10 13v-3M13.5 13V6",
  requests: "M3 4.5h10M3 8h10M3 11.5h6",
  providers: "M3 3.5h10v4H3zM3 9.5h10v4H3zM5.5 5.5h.01M5.5 11.5h.01",
  keys: "M9.5 6.5a3 3 0 1 0-2.6 2.97L8.5 11h1.5v1.5H12V14h2v-2L9.4 7.5",
  models: "M8 2 13.5 5v6L8 14 2.5 11V5zM2.5 5 8 8l5.5-3M8 8v6",
};

/** The sign of a page in the navigation. */
export function Icon({ name }: { readonly name: PageName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
