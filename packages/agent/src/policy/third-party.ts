import type { ChatCompletionRequest, Plugin } from "@patchbay/client";
import type { PolicyViolation } from "./error.ts";

/** Server tools that do not send data to a third party. All others search, fetch, store files or call other models. */
const ownTools = new Set(["function", "openrouter:datetime"]);

/** Plugins that do not send data to a third party, or that only affect routers. */
const ownPlugins = new Set([
  "response-healing",
  "context-compression",
  "auto-router",
  "auto-beta-router",
  "pareto-router",
]);

/** Fields that make the provider search. */
const searches = ["web_search_options", "x_search_filter"];

/** The parts of a request that a third party can see. */
export function leaks(request: ChatCompletionRequest): PolicyViolation[] {
  const { tools, tool_choice: choice, plugins } = request;
  const forced = typeof choice === "object" && choice !== null ? [choice] : [];
  return [
    ...[...(tools ?? []), ...forced].flatMap(({ type }) =>
      ownTools.has(type) ? [] : `the tool ${JSON.stringify(type)}`,
    ),
    ...(plugins ?? []).flatMap((plugin) => (isOwn(plugin) ? [] : `the plugin ${JSON.stringify(plugin.id)}`)),
    ...searches.flatMap((name) => (request[name] == null ? [] : `\`${name}\``)),
  ].map((what) => ({
    model: undefined,
    code: "third_party" as const,
    message: `${what} may send data to a party other than the model's provider`,
  }));
}

/** The allowed plugins: account defaults are turned off, and files are sent to the model directly. */
export function withoutThirdParties({ plugins, messages }: ChatCompletionRequest): Plugin[] {
  const hasFiles = messages.some(
    ({ content }) => Array.isArray(content) && content.some(({ type }) => type === "file"),
  );
  return [
    ...(plugins ?? []).filter(({ id }) => id !== "web" && (id !== "file-parser" || !hasFiles)),
    { id: "web", enabled: false },
    ...(hasFiles ? [{ id: "file-parser" as const, pdf: { engine: "native" } }] : []),
  ];
}

function isOwn(plugin: Plugin): boolean {
  if ((plugin as { readonly enabled?: unknown }).enabled === false) return true;
  if (plugin.id === "file-parser") return plugin.pdf?.engine === "native";
  return ownPlugins.has(plugin.id);
}
