import type { JSX } from "preact";
import type { EndpointView } from "../../src/admin/views.ts";
import { formatUntil } from "../data/format.ts";
import { Pill } from "./basics.tsx";

/** The state of an endpoint in one word, with its reason. */
export function Health({ endpoint }: { readonly endpoint: EndpointView }): JSX.Element {
  if (!endpoint.enabled) return <Pill tone="off">Switched off</Pill>;
  if (endpoint.breaker === "open")
    return (
      <Pill tone="bad">
        Down
        {endpoint.openUntil === null ? "" : <span class="muted">, next test {formatUntil(endpoint.openUntil)}</span>}
      </Pill>
    );
  if (endpoint.breaker === "half-open") return <Pill tone="warn">Recovering</Pill>;
  if (endpoint.limitedUntil !== null)
    return (
      <Pill tone="warn">
        Rate limited<span class="muted">, again {formatUntil(endpoint.limitedUntil)}</span>
      </Pill>
    );
  return endpoint.uptime === null ? <Pill tone="off">No data</Pill> : <Pill tone="good">Up</Pill>;
}
