import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listen } from "../../packages/service/src/http/listen.ts";
import { emptyKey } from "../../packages/gateway/src/keys/empty-key.ts";
import { readConfig } from "../../packages/gateway/src/config/read-config.ts";
import { createGateway, type Gateway } from "../../packages/gateway/src/gateway/gateway.ts";
import { createSecret } from "../../packages/gateway/src/keys/secret.ts";
import type { StoredKey } from "../../packages/gateway/src/ports/keys.ts";

export const localAdminKey = "sk-or-mgmt-test-0123456789abcdef0123456789abcdef";

/** A gateway in this process, behind a real socket. */
export interface LocalGateway {
  readonly gateway: Gateway;
  /** For example `http://127.0.0.1:8080`. */
  readonly url: string;
  /** An API key without limits. */
  readonly key: string;
  /** The lines of its log. */
  readonly lines: () => readonly string[];
  /** Creates another API key. */
  readonly createKey: (settings: Partial<StoredKey>) => Promise<string>;
  /** Sends a chat completion for `test/model`. */
  readonly chat: (options?: ChatOptions) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

interface ChatOptions {
  readonly key?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A configuration with the model `test/model` at the given providers, in this order. */
export function configOf(urls: readonly string[], rest: object = {}): object {
  return {
    providers: Object.fromEntries(
      urls.map((url, at) => [`p${at}`, { kind: "openai-compatible", baseURL: `${url}/v1`, apiKey: "$PROVIDER_KEY" }]),
    ),
    models: [
      {
        id: "test/model",
        context: 100_000,
        endpoints: urls.map((_, at) => ({ provider: `p${at}`, model: "m", price: { prompt: 1, completion: 2 } })),
      },
    ],
    ...rest,
  };
}

/** Starts a gateway in this process. `config` is `gateway.yaml` as an object. */
export async function startLocalGateway(config: object, log: "json" | "pretty" = "json"): Promise<LocalGateway> {
  const folder = await mkdtemp(join(tmpdir(), "gateway-"));
  const { config: read } = readConfig(JSON.stringify(config), {
    env: { PROVIDER_KEY: "provider-key-0123456789" },
    file: "gateway.yaml",
  });
  const written: string[] = [];
  const logSink = { write: (text: string) => written.push(text) > 0, writableLength: 0 };
  const gateway = await createGateway({ ...read, data: folder }, { adminKey: localAdminKey, log, logSink });
  const listening = await listen(gateway.handle, { port: 0 });
  const createKey = async (settings: Partial<StoredKey>): Promise<string> => {
    const secret = createSecret();
    const key = { ...emptyKey(secret, gateway.state.now()), hash: gateway.fingerprint(secret), ...settings };
    await gateway.store.keys.put(key);
    gateway.state.keys.put(key);
    return secret;
  };
  const key = await createKey({ name: "test" });
  const url = new URL(listening.baseURL).origin;
  return {
    gateway,
    url,
    key,
    lines: () => written.join("").split("\n").slice(0, -1),
    createKey,
    chat: ({ key: secret = key, body, headers, signal } = {}) =>
      fetch(`${url}/api/v1/chat/completions`, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", ...headers },
        body: JSON.stringify({ model: "test/model", messages: [{ role: "user", content: "Hi" }], ...body }),
        ...(signal && { signal }),
      }),
    stop: async () => {
      await listening.close();
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
