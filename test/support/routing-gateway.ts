import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "@patchbay/engine/data/random";
import { readConfig } from "../../packages/gateway/src/config/read-config.ts";
import { createGateway, type Gateway } from "../../packages/gateway/src/gateway/gateway.ts";
import { createEncryption } from "../../packages/gateway/src/keys/encryption.ts";
import { readMasterSecret } from "../../packages/gateway/src/keys/master-secret.ts";
import { type Behave, type ProviderBehavior, type ProviderServer, startProvider } from "./provider-server.ts";

/** An endpoint of a test: the provider's slug, its price per million tokens of prompt and completion, and more fields of the file. */
interface Offer {
  readonly provider: string;
  readonly price?: number | object | "free";
  readonly [field: string]: unknown;
}

export interface RoutingOptions {
  /** Model id → its endpoints. */
  readonly models: Readonly<Record<string, readonly Offer[]>>;
  /** More fields of the configuration. */
  readonly config?: object;
  /** Unix milliseconds. Default: now. */
  readonly now?: () => number;
  /** Customers' own keys of the account `default`. */
  readonly byok?: readonly {
    readonly provider: string;
    readonly fallbackOnly?: boolean;
    readonly exclusive?: boolean;
  }[];
}

/** What the gateway responded. */
interface Routed {
  readonly status: number;
  readonly provider: string;
  readonly model: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- the tests read any field of the response
  readonly body: any;
}

/** A gateway in this process, over providers on real sockets. */
export interface RoutingGateway {
  readonly gateway: Gateway;
  readonly provider: (slug: string) => ProviderServer;
  /** Sets what a provider does from now on. */
  readonly behave: (slug: string, behavior: ProviderBehavior | Behave) => void;
  /** Sends a chat to `acme/one`, unless the input names another model. */
  readonly ask: (input?: object, headers?: Record<string, string>) => Promise<Routed>;
  readonly send: (method: string, path: string, body?: object, key?: string) => Promise<Routed>;
  readonly adminKey: string;
  readonly stop: () => Promise<void>;
}

const adminKey = "sk-or-mgmt-test-0123456789abcdef";

export async function startRoutingGateway(options: RoutingOptions): Promise<RoutingGateway> {
  const { models, config = {}, byok = [] } = options;
  const data = await mkdtemp(join(tmpdir(), "routing-"));
  const slugs = new Set(Object.values(models).flatMap((endpoints) => endpoints.map(({ provider }) => provider)));
  const servers = new Map<string, ProviderServer>();
  for (const slug of slugs) servers.set(slug, await startProvider());
  const source = {
    providers: Object.fromEntries(
      [...servers].map(([slug, { url }]) => [
        slug,
        { kind: "openai-compatible", baseURL: `${url}/v1`, apiKey: "$KEY" },
      ]),
    ),
    models: Object.entries(models).map(([id, endpoints]) => ({
      id,
      context: 100_000,
      endpoints: endpoints.map(({ price = 1, ...rest }) => ({
        model: "m",
        ...(rest.unpriced !== true && {
          price: typeof price === "number" ? { prompt: price, completion: price } : price,
        }),
        ...rest,
      })),
    })),
    data,
    ...config,
  };
  const secret = randomBytes(32).toString("hex");
  const { config: read } = readConfig(JSON.stringify(source), { env: { KEY: "shared" } });
  const { now } = options;
  const gateway = await createGateway({ ...read, data }, { secret, adminKey, random: createRandom(7), now });
  await addByokKeys(gateway, byok, secret);
  const send: RoutingGateway["send"] = async (method, path, body, key) => {
    const reply = await gateway.handle({
      method,
      url: new URL(`http://gateway${path}`),
      headers: new Headers({ authorization: `Bearer ${key ?? adminKey}`, "content-type": "application/json" }),
      body: body === undefined ? "" : JSON.stringify(body),
    });
    return toRouted(reply.status, reply.body);
  };
  const { key } = (await send("POST", "/api/v1/keys", { name: "test" })).body as { key: string };
  return {
    gateway,
    adminKey,
    provider: (slug) => servers.get(slug)!,
    behave: (slug, behavior) => servers.get(slug)!.behave(behavior),
    send,
    ask: async (input = {}, headers = {}) => {
      const { status, body } = await gateway.handle({
        method: "POST",
        url: new URL("http://gateway/api/v1/chat/completions"),
        headers: new Headers({ authorization: `Bearer ${key}`, "x-openrouter-metadata": "enabled", ...headers }),
        body: JSON.stringify({ model: "acme/one", messages: [{ role: "user", content: "Hi" }], ...input }),
      });
      return toRouted(status, body);
    },
    stop: async () => {
      await gateway.close();
      await Promise.all([...servers.values()].map((server) => server.stop()));
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function addByokKeys(gateway: Gateway, keys: NonNullable<RoutingOptions["byok"]>, secret: string): Promise<void> {
  const encryption = createEncryption([readMasterSecret({ value: secret })], "provider keys");
  for (const { provider, fallbackOnly = false, exclusive = false } of keys)
    await gateway.store.keys.putProviderKey({
      id: provider,
      account: "default",
      provider,
      label: provider,
      encrypted: encryption.encrypt("own", { id: provider, account: "default" }),
      fallbackOnly,
      exclusive,
      disabled: false,
      createdAt: 0,
    });
}

/** Reads a reply to its end, as a transport does. */
function toRouted(status: number, body: Awaited<ReturnType<Gateway["handle"]>>["body"]): Routed {
  body.ended?.(1, true);
  const parsed = JSON.parse(body.kind === "text" ? body.text || "null" : "null") as Record<string, string> | null;
  return { status, provider: parsed?.provider ?? "", model: parsed?.model ?? "", body: parsed };
}
