interface AsyncHooks {
  readonly AsyncResource?: new (type: string) => { runInAsyncScope<T>(work: () => T): T };
}

/**
 * Captures the current async context (`AsyncLocalStorage`) and returns a function that runs work in it. On runtimes
 * without async contexts, such as browsers, the work runs unchanged.
 */
export function captureContext(): <T>(work: () => T) => T {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const hooks = process?.getBuiltinModule?.("node:async_hooks") as AsyncHooks | undefined;
  if (!hooks?.AsyncResource) return (work) => work();
  // `AsyncLocalStorage.snapshot()` takes eight times as long.
  const resource = new hooks.AsyncResource("PatchbayRun");
  return (work) => resource.runInAsyncScope(work);
}
