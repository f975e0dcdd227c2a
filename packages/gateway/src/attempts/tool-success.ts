import type { EndpointView } from "../ports/shared-state.ts";

/** Responses with tool calls that an endpoint needs before its rate counts. */
const provenResponses = 50;

/** `proven`: enough tool calls, and not behind. `behind`: two standard errors below the median of the proven ones. */
export type ToolStanding = "proven" | "unproven" | "behind";

/** How each endpoint's tool calls compare with the others', for the Exacto order. In the order of the views. */
export function compareToolSuccess(
  views: readonly Pick<EndpointView, "toolSuccess" | "toolResponses">[],
): ToolStanding[] {
  const isKnown = ({ toolSuccess, toolResponses }: (typeof views)[number]): boolean =>
    toolSuccess !== undefined && toolResponses >= provenResponses;
  const rates = views.filter(isKnown).map(({ toolSuccess }) => toolSuccess!);
  const median = medianOf(rates);
  return views.map((view) => {
    if (!isKnown(view)) return "unproven";
    const error = Math.sqrt((median * (1 - median)) / view.toolResponses);
    return view.toolSuccess! < median - 2 * error ? "behind" : "proven";
  });
}

/** Of an even number of values, the higher middle: with two endpoints, the worse one is compared with the better one. */
function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
