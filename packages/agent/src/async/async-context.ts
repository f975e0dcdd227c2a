interface AsyncHooks {
  readonly AsyncResource?: new (type: string) => { runInAsyncScope<T>(work: () => T): T };
}

/**
 * Runs work in the async context (`AsyncLocalStorage`) in which this was called. Runs it as it is where the runtime has none, as in
 * browsers.
 */
export function captureContext(): <T>(work: () => T) => T {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const hooks = process?.getBuiltinModule?.("node:async_hooks") as AsyncHooks | undefined;
  if (!hooks?.AsyncResource) return (work) => work();
  // `AsyncLocalStorage.snapshot()` takes eight times as long.
  const resource = new hooks.AsyncResource("PatchbayRun");
  return (work) => resource.runInAsyncScope(work);
}
