import type { OperationInfo } from "@patchbay/spec";
import { HttpError } from "./http-error.ts";

/** The operation of a request, and its path parameters. */
export interface RouteMatch {
  readonly operation: OperationInfo;
  readonly path: Readonly<Record<string, string>>;
}

interface Route {
  readonly pattern: RegExp;
  readonly operations: Map<string, OperationInfo>;
}

/**
 * Creates a function that finds the operation of a method and a path. It throws 404 for an unknown path and 405 for a wrong
 * method. Exact paths take precedence over paths with parameters.
 */
export function createRouter(
  operations: readonly OperationInfo[],
  prefix: string,
): (method: string, path: string) => RouteMatch {
  const routes = new Map<string, Route>();
  for (const operation of operations) {
    const template = prefix + operation.path;
    const route = routes.get(template) ?? {
      pattern: toPattern(template),
      operations: new Map<string, OperationInfo>(),
    };
    route.operations.set(operation.method, operation);
    routes.set(template, route);
  }
  const templates = [...routes.values()];

  return (method, path) => {
    const exact = routes.get(path);
    const found = exact ? { route: exact, groups: {} } : search(templates, path);
    if (!found) throw new HttpError(404, `No operation has the path ${path}. ${adviceFor(path, prefix)}`);
    const operation = found.route.operations.get(method === "HEAD" ? "GET" : method);
    if (!operation) {
      const allowed = withHead([...found.route.operations.keys()]).join(", ");
      throw new HttpError(405, `${method} is not allowed at ${path}. Use ${allowed}.`, { headers: { allow: allowed } });
    }
    return { operation, path: found.groups };
  };
}

function adviceFor(path: string, prefix: string): string {
  if (path.startsWith(`${prefix}/v1/`))
    return `The client adds /v1 to its base URL, so the base URL ends with ${prefix.replace(/\/v1$/, "")}.`;
  return `Paths begin with ${prefix}, such as ${prefix}/chat/completions.`;
}

/** HEAD is allowed where GET is (RFC 9110 §9.3.2). */
function withHead(methods: readonly string[]): string[] {
  return methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
}

function search(routes: readonly Route[], path: string): { route: Route; groups: Record<string, string> } | undefined {
  for (const route of routes) {
    const match = route.pattern.exec(path);
    if (match)
      return {
        route,
        groups: Object.fromEntries(
          Object.entries(match.groups ?? {}).map(([name, text]) => [name, decode(text, path)]),
        ),
      };
  }
  return undefined;
}

function decode(text: string, path: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new HttpError(400, `The path ${path} is not valid: ${text} is not a percent encoding of UTF-8.`);
  }
}

function toPattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
}
