const { fetch: importedFetch } = globalThis;

/** The source of a function whose first two parameters are plain names, as in Node.js and Deno. */
const twoParameters: RegExp = /^(?:async\b\s*)?(?:function\b\s*)?[\w$]*\s*\(\s*[\w$]+\s*,\s*[\w$]+/;

/** The source of the native `fetch`. A `Proxy` and a bound function are native code without a name. */
const nativeFetch: RegExp = /^(?:async\s+)?function fetch\s*\(\)\s*\{\s*\[native code\]\s*\}$/;

const readsOptions: boolean = importedFetch !== undefined && isReading(Function.prototype.toString.call(importedFetch));

function isReading(source: string): boolean {
  return twoParameters.test(source) || nativeFetch.test(source);
}

/**
 * Whether the global `fetch` certainly reads its second argument. False for a wrapper such as `(request) => original(request)`, for
 * every one whose parameters do not show it, and for every `fetch` that was replaced after the import.
 */
export function readsFetchOptions(): boolean {
  return readsOptions && globalThis.fetch === importedFetch;
}
