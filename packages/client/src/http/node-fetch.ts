/** The dispatcher through which Node.js's `fetch` sends requests. Its two timeouts are milliseconds. */
interface Dispatcher {
  dispatch(options: object, handler: unknown): unknown;
}

/** Milliseconds that Node.js's `fetch` waits for response headers, and for each part of the body, by default. */
const nodeDefaultMs = 300_000;

/** The property where Node.js and every version of undici store the dispatcher of `fetch`. */
const place = Symbol.for("undici.globalDispatcher.1");

/**
 * Returns options for `fetch` that make Node.js wait up to `ms` milliseconds. Node.js's `fetch` has its own timeouts,
 * which a request can raise only through the dispatcher. The current dispatcher, such as a proxy, stays in use. Returns
 * no options on other runtimes.
 */
export function withNodeTimeouts(ms: number): object {
  const dispatcher = (globalThis as { [place]?: Dispatcher })[place];
  if (ms <= nodeDefaultMs || typeof dispatcher?.dispatch !== "function") return {};
  // 0 disables the timeout. A timer of Node.js is limited to 2 ** 31 - 1 ms.
  const limit = ms < 2 ** 31 ? ms : 0;
  const limits = { headersTimeout: limit, bodyTimeout: limit };
  return {
    dispatcher: {
      dispatch: (options: object, handler: unknown) => dispatcher.dispatch({ ...options, ...limits }, handler),
    },
  };
}
