import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { get, messageOf, RequestError } from "./api.ts";

export interface Live<View> {
  /** The newest response; `undefined` until the first one. */
  readonly view: Signal<View | undefined>;
  /** Why the last request failed, if it did. */
  readonly error: Signal<string | undefined>;
  /** Reads again now. */
  readonly refresh: () => void;
}

/**
 * Reads a path again and again. Unchanged data costs the gateway and the network almost nothing (`ETag`). A hidden page rests,
 * and reads when it is shown.
 */
export function useLive<View>(path: string, intervalMs: number): Live<View> {
  const view = useSignal<View | undefined>(undefined);
  const error = useSignal<string | undefined>(undefined);
  const turn = useSignal(0);

  useEffect(() => {
    const ended = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let reading = false;
    const read = async (): Promise<void> => {
      if (reading) return;
      reading = true;
      clearTimeout(timer);
      try {
        const next = await get<View>(path, ended.signal);
        if (ended.signal.aborted) return;
        if (next !== view.peek()) view.value = next;
        error.value = undefined;
      } catch (reason) {
        if (ended.signal.aborted) return;
        error.value = messageOf(reason);
        if (reason instanceof RequestError && reason.status < 500) return;
      } finally {
        reading = false;
      }
      if (!document.hidden) timer = setTimeout(() => void read(), intervalMs);
    };
    const onShow = (): void => {
      if (!document.hidden) void read();
    };
    document.addEventListener("visibilitychange", onShow);
    void read();
    return () => {
      ended.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onShow);
    };
  }, [path, intervalMs, turn.value]);

  return { view, error, refresh: () => turn.value++ };
}
