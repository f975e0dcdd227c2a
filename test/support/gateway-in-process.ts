import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../packages/gateway/src/config/read-config.ts";
import { createGateway, type Gateway } from "../../packages/gateway/src/gateway/gateway.ts";
import { listen } from "../../packages/service/src/http/listen.ts";

/** A gateway of this process on a port, with a management key and one API key. */
export interface GatewayInProcess {
  readonly gateway: Gateway;
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly adminKey: string;
  readonly key: string;
  /** Applies another configuration, `gateway.yaml` as an object. */
  readonly reload: (config: object) => void;
  /** Calls the API. A body makes it a POST. Default key: the API key. */
  readonly call: (path: string, options?: CallOptions) => Promise<Response>;
  /** Creates an API key. */
  readonly createKey: (settings: object) => Promise<string>;
  /** What a key has spent, in nano-USD. Default: the API key. */
  readonly spent: (key?: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

interface CallOptions {
  readonly key?: string;
  readonly method?: string;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const adminKey = "sk-or-mgmt-test-0123456789abcdef0123456789abcdef";

/** `gateway.yaml` with the model `a/m` at one provider, for 1 and 2 USD per million tokens. */
export function oneModel(
  providerURL: string,
  rest: object = {},
): { providers: Record<string, object>; models: object[] } {
  return {
    providers: { a: { kind: "openai-compatible", baseURL: `${providerURL}/v1`, apiKey: "provider-secret-0123456789" } },
    models: [{ id: "a/m", endpoints: [{ provider: "a", model: "m", price: { prompt: 1, completion: 2 } }] }],
    ...rest,
  };
}

/** A chat completion that asks `a/m`, with other fields. */
export function ask(fields: object = {}): object {
  return { model: "a/m", messages: [{ role: "user", content: "Hi" }], ...fields };
}

/** Starts a gateway. `config` is `gateway.yaml` as an object. */
export async function startInProcess(config: object): Promise<GatewayInProcess> {
  const data = await mkdtemp(join(tmpdir(), "gateway-"));
  const read = (value: object) => readConfig(JSON.stringify({ data, ...value })).config;
  const gateway = await createGateway(read(config), { adminKey });
  const listening = await listen(gateway.handle, { port: 0 });
  const url = new URL(listening.baseURL).origin;
  const send = (path: string, { key, body, method, headers, signal }: CallOptions): Promise<Response> =>
    fetch(url + path, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  const createKey = async (settings: object): Promise<string> => {
    const response = await send("/api/v1/keys", { key: adminKey, body: { name: "test", ...settings } });
    return ((await response.json()) as { key: string }).key;
  };
  const key = await createKey({});
  return {
    gateway,
    url,
    adminKey,
    key,
    reload: (next) => gateway.reload(read(next)),
    call: (path, options = {}) => send(path, { key, ...options }),
    createKey,
    spent: async (secret = key) => {
      const response = await send("/api/v1/key", { key: secret });
      return Math.round(((await response.json()) as { data: { usage: number } }).data.usage * 1e9);
    },
    stop: async () => {
      await listening.close();
      await gateway.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
