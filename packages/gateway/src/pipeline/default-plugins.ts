import type { OperationId } from "@patchbay/spec";

/** Operations whose requests have plugins. */
const withPlugins: ReadonlySet<OperationId> = new Set<OperationId>([
  "chat.completions.create",
  "responses.create",
  "messages.create",
]);

interface PluginInput {
  readonly plugins?: readonly { readonly id: string }[] | null | undefined;
}

/** Adds the plugins that the configuration enables to a request that does not name them. A request can turn one off by name. */
export function addPlugins<Input extends object>(
  operation: OperationId,
  input: Input,
  enabled: readonly string[],
): Input {
  if (enabled.length === 0 || !withPlugins.has(operation)) return input;
  const named = (input as PluginInput).plugins ?? [];
  const added = enabled.filter((id) => named.every((plugin) => plugin.id !== id)).map((id) => ({ id }));
  return { ...input, plugins: [...named, ...added] };
}
