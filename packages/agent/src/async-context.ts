interface AsyncHooks {
  readonly AsyncLocalStorage?: { readonly snapshot?: () => <T>(work: () => T) => T };
}

/**
 * Runs work in the async context (`AsyncLocalStorage`) in which this was called. Runs it as it is where the runtime has no
 * `AsyncLocalStorage`, as in browsers.
 */
export function captureContext(): <T>(work: () => T) => T {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const hooks = process?.getBuiltinModule?.("node:async_hooks") as AsyncHooks | undefined;
  return hooks?.AsyncLocalStorage?.snapshot?.() ?? ((work) => work());
}
