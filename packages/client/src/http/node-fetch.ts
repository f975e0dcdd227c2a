/** What Node's `fetch` sends requests with; the two limits are milliseconds. */
interface Dispatcher {
  dispatch(options: object, handler: unknown): unknown;
}

/** Milliseconds that Node's `fetch` waits for the head of a response, and for each piece of its body, unless told otherwise. */
const longestOfNode = 300_000;

/** Where Node, and every version of undici, keeps the dispatcher of `fetch`. */
const place = Symbol.for("undici.globalDispatcher.1");

/**
 * Options for `fetch` that let Node wait for as long as the client does. Node's `fetch` has limits of its own, which a request
 * can only raise through the dispatcher; the one in use, such as a proxy, stays. Empty on other runtimes.
 */
export function waitingFor(ms: number): { readonly dispatcher?: Dispatcher } {
  const dispatcher = (globalThis as { [place]?: Dispatcher })[place];
  if (ms <= longestOfNode || typeof dispatcher?.dispatch !== "function") return {};
  // 0 is no limit; a timer of Node holds 2 ** 31 - 1 ms.
  const limit = ms < 2 ** 31 ? ms : 0;
  const limits = { headersTimeout: limit, bodyTimeout: limit };
  return { dispatcher: { dispatch: (options, handler) => dispatcher.dispatch({ ...options, ...limits }, handler) } };
}
