import { AdminError } from "./admin-error.ts";
import type { Handler } from "./context.ts";
import { getCredits, postCredits } from "./handlers/credits.ts";
import { getModels, getProviders, putEndpoint } from "./handlers/endpoints.ts";
import { deleteKey, getKeys, patchKey, postKey, rotateKey } from "./handlers/keys.ts";
import { getOverview } from "./handlers/overview.ts";
import { deleteProviderKey, getProviderKeys, postProviderKey } from "./handlers/provider-keys.ts";
import { getRequest, getRequests, getRequestsFile } from "./handlers/requests.ts";
import { getSpend, getSpendFile } from "./handlers/spend.ts";

interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/admin/api`. `:name` is one segment. */
  readonly path: string;
  readonly handler: Handler;
}

const routes: readonly Route[] = [
  { method: "GET", path: "/overview", handler: getOverview },
  { method: "GET", path: "/spend", handler: getSpend },
  { method: "GET", path: "/spend.csv", handler: getSpendFile },
  { method: "GET", path: "/requests", handler: getRequests },
  { method: "GET", path: "/requests.csv", handler: getRequestsFile },
  { method: "GET", path: "/requests/:id", handler: getRequest },
  { method: "GET", path: "/providers", handler: getProviders },
  { method: "PUT", path: "/endpoints/:id", handler: putEndpoint },
  { method: "GET", path: "/models", handler: getModels },
  { method: "GET", path: "/keys", handler: getKeys },
  { method: "POST", path: "/keys", handler: postKey },
  { method: "PATCH", path: "/keys/:hash", handler: patchKey },
  { method: "POST", path: "/keys/:hash/rotate", handler: rotateKey },
  { method: "DELETE", path: "/keys/:hash", handler: deleteKey },
  { method: "GET", path: "/provider-keys", handler: getProviderKeys },
  { method: "POST", path: "/provider-keys", handler: postProviderKey },
  { method: "DELETE", path: "/provider-keys/:id", handler: deleteProviderKey },
  { method: "GET", path: "/credits", handler: getCredits },
  { method: "POST", path: "/credits", handler: postCredits },
];

/** The handler of a path. Throws `not_found`, or `method_not_allowed` if the path has other methods. */
export function findRoute(method: string, path: string): { handler: Handler; params: Record<string, string> } {
  const matches = routes.flatMap((route) => {
    const params = match(route.path, path);
    return params ? [{ route, params }] : [];
  });
  const found = matches.find(({ route }) => route.method === method);
  if (found) return { handler: found.route.handler, params: found.params };
  if (matches.length === 0) throw new AdminError("not_found", `The admin API has no path ${path}.`);
  const methods = matches.map(({ route }) => route.method).join(", ");
  throw new AdminError("method_not_allowed", `${path} does not accept ${method}. It accepts ${methods}.`);
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split("/");
  const segments = path.split("/");
  if (names.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? "";
    if (!name.startsWith(":")) {
      if (name !== segment) return undefined;
      continue;
    }
    try {
      params[name.slice(1)] = decodeURIComponent(segment);
    } catch {
      return undefined;
    }
  }
  return params;
}
