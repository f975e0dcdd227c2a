import type { ChatCompletionRequest, Plugin } from "@patchbay/client";
import type { PolicyViolation } from "./error.ts";

/** Tools of the service that show nobody what is sent. All others search, fetch, keep files or ask other models. */
const ownTools = new Set(["function", "openrouter:datetime"]);

/** Plugins that the service runs without showing anybody what is sent, or that only concern its routers. */
const ownPlugins = new Set([
  "response-healing",
  "context-compression",
  "auto-router",
  "auto-beta-router",
  "pareto-router",
]);

/** Fields that make the provider search. */
const searches = ["web_search_options", "x_search_filter"];

/** What of a request is shown to others than the provider of the model. */
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
    message: `${what} may show what is sent to others than its provider`,
  }));
}

/** The plugins as they may be sent: what an account may have turned on by itself is turned off, and files are for the model alone. */
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
