import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBodyText } from "@patchbay/service/http/body-text";
import { toResponse } from "@patchbay/service/http/to-response";
import { readConfig } from "../../packages/gateway/src/config/read-config.ts";
import { createGateway, type Gateway } from "../../packages/gateway/src/gateway/gateway.ts";

/** A gateway in the process of the test, with a data folder of its own. */
export interface TestGateway {
  readonly gateway: Gateway;
  readonly adminKey: string;
  /** The data folder. */
  readonly data: string;
  /** Calls the gateway as `fetch` does. */
  readonly fetch: typeof globalThis.fetch;
  /** Calls the API, or a path that begins with `/admin`, with the management key unless another one is given. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<CallResult>;
  /** Creates an API key with settings of the admin API, and returns its secret. */
  readonly createKey: (settings?: object) => Promise<{ readonly secret: string; readonly hash: string }>;
  /** Replaces the configuration, as a changed file does. */
  readonly reload: (config: object) => void;
  readonly close: () => Promise<void>;
}

interface CallOptions {
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CallResult {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- replies of every operation, whose fields tests read
  readonly json: any;
}

/** Secrets that a configuration can refer to: `$GATEWAY_KEY`, and a key for each of some accounts. */
const env = {
  GATEWAY_KEY: "sk-gateway",
  ...Object.fromEntries(
    ["acme", "poor", "debt", "team"].map((name) => [`${name.toUpperCase()}_KEY`, `sk-test-of-${name}-0123456789`]),
  ),
};

const adminKey = "sk-or-mgmt-test-0123456789abcdef";

/** Creates a gateway from a configuration, as an object in the form of `gateway.yaml`. */
export async function createTestGateway(
  config: object,
  { now, data }: { readonly now?: () => number; readonly data?: string } = {},
): Promise<TestGateway> {
  const folder = data ?? mkdtempSync(join(tmpdir(), "patchbay-gateway-"));
  const read = (source: object) => ({ ...readConfig(JSON.stringify(source), { env }).config, data: folder });
  const gateway = await createGateway(read(config), { adminKey, now });
  const fetch: TestGateway["fetch"] = async (input, init) => {
    const request = new Request(input, init);
    const { method, url, headers, signal } = request;
    const body = await readBodyText(request.body, headers);
    return toResponse(await gateway.handle({ method, url: new URL(url), headers, body, signal }), signal);
  };
  const call: TestGateway["call"] = async (method, path, { key = adminKey, body, headers = {} } = {}) => {
    const url = `http://gateway.test${path.startsWith("/admin") ? "" : "/api/v1"}${path}`;
    const content = body === undefined ? {} : { "content-type": "application/json" };
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${key}`, ...content, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return toResult(response);
  };
  return {
    gateway,
    adminKey,
    data: folder,
    fetch,
    call,
    createKey: async (settings = {}) => {
      const { status, text, json } = await call("POST", "/admin/api/keys", { body: { name: "test", ...settings } });
      if (status !== 201) throw new Error(`The key was not created: ${text}`);
      return { secret: json.secret, hash: json.key.hash };
    },
    reload: (next) => gateway.reload(read(next)),
    close: async () => {
      await gateway.close();
      if (data === undefined) rmSync(folder, { recursive: true });
    },
  };
}

async function toResult(response: Response): Promise<CallResult> {
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").startsWith("application/json");
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}
