const { fetch: importedFetch } = globalThis;

/** The source of a function with one parameter. That of the platform's `fetch` has two, or is native code. */
const oneParameter: RegExp =
  /^(?:async\b\s*)?(?:(?:function\b)?\s*[\w$]*\s*\(\s*(?:[\w$]+|\{[^}]*\})\s*,?\s*\)|[\w$]+\s*=>)/;

const readsOptions: boolean = !oneParameter.test(Function.prototype.toString.call(importedFetch ?? (() => undefined)));

/**
 * Whether the global `fetch` reads its second argument. False for a wrapper such as `(request) => original(request)`, and for
 * every `fetch` that was replaced after the import.
 */
export function readsFetchOptions(): boolean {
  return readsOptions && globalThis.fetch === importedFetch;
}
