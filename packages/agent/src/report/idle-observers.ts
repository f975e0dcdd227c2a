import { load } from "../async/load.ts";
import type { Observer, ObserverContext } from "./observers.ts";

const spans = () => import("./spans.ts");

/** The context without observers. */
export const idleObservers: ObserverContext = {
  isIdle: true,
  begin: () => idleObservers,
  within: (work) => work(),
  around: (events) => events,
  end: () => undefined,
  event: () => undefined,
};

/** Adds observers to those of a context. */
export async function withObservers(
  context: ObserverContext,
  observers: readonly Observer[],
): Promise<ObserverContext> {
  if (observers.length === 0) return context;
  const { Spans } = await load(spans);
  return Spans.with(context, observers);
}
