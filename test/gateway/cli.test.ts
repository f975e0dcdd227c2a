import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Services } from "../../packages/gateway/src/cli/command.ts";
import { commands } from "../../packages/gateway/src/cli/commands.ts";
import { openKeyAdmin } from "../../packages/gateway/src/cli/keys/key-admin.ts";
import { main } from "../../packages/gateway/src/cli/main.ts";
import type { GatewayConfig } from "../../packages/gateway/src/config/config.ts";
import { openSqliteKeys } from "../../packages/gateway/src/keys/sqlite.ts";

let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "patchbay-cli-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface Run {
  readonly code: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly err: string;
}

const now = Date.parse("2026-11-29T12:00:00Z");

async function run(args: readonly string[], changes: Partial<Services> = {}): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    env: {},
    write: (line) => out.push(line),
    log: (line) => err.push(line),
    readInput: async () => "",
    fetch: async () => {
      throw new TypeError("fetch failed");
    },
    listModels: async () => [],
    startGateway: async () => {
      throw new Error("no gateway in this test");
    },
    openKeys: openKeyAdmin,
    now: () => now,
    ...changes,
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

describe("the command line", () => {
  test.each([
    [["--prot", "1"], "--prot is unknown. Did you mean --port? See patchbay-gateway serve --help."],
    [["serve", "--zzz"], "--zzz is unknown. See patchbay-gateway serve --help."],
    [["--port"], "--port needs a value: --port <n>. See patchbay-gateway serve --help."],
    [["--port", "--host", "x"], "--port needs a value: --port <n>."],
    [["--port", "70000"], '--port must be a number from 0 to 65535, got "70000".'],
    [["--port=abc"], '--port must be a number from 0 to 65535, got "abc".'],
    [["--database", "mysql://me:secret@h/d"], "--database must be a URL such as postgres://gateway@127.0.0.1/gateway."],
    [["--shared", "http://x"], "--shared must be a URL such as redis://127.0.0.1:6379."],
    [["--help=1"], '--help takes no value, got "1".'],
    [["chekc"], 'There is no command "chekc". Did you mean "check"?'],
    [["keys"], "keys needs one of create, list, revoke, rotate."],
    [["keys", "crate"], 'There is no command "keys crate". Did you mean "keys create"?'],
    [["keys", "revoke"], "The argument ID is missing. See patchbay-gateway keys revoke --help."],
    [["check", "a.yaml", "b.yaml"], '"b.yaml" is not expected here.'],
    [["keys", "create", "--budget", "5"], '--budget must be an amount and a window, such as 5/day; got "5".'],
    [
      ["keys", "create", "--budget", "5/dya"],
      '--budget: "dya" is not one of day, week, month, total. Did you mean "day"?',
    ],
    [["keys", "create", "--limit", "-1"], "--limit: expected zero or more, got -1."],
    [["keys", "create", "--limit=x"], '--limit: expected USD as a decimal number such as 0.20, got "x".'],
    [
      ["keys", "create", "--limit", "1", "--budget", "2/total"],
      "Two budgets have the same unit and window (usd total).",
    ],
    [["keys", "create", "--requests", "1.5/day"], '--requests must be a whole number of 0 or more, got "1.5".'],
    [["keys", "create", "--expires", "soon"], "--expires must be a duration such as 30d or a time such as 2027-01-31"],
    [["keys", "create", "--expires", "2020-01-01"], "--expires is in the past: 2020-01-01."],
    [["keys", "rotate", "x", "--grace", "5"], '--grace must be a duration such as 24h, got "5".'],
  ])("%j is refused: %s", async (args, message) => {
    const { code, out, err } = await run(args);
    expect(err).toContain(`patchbay-gateway: ${message}`);
    expect(err).not.toContain("secret");
    expect([code, out]).toEqual([1, ""]);
  });

  test("--help lists all commands, and the help of each lists all of its flags", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const [name, { summary, flags, variables = {} }] of Object.entries(commands)) {
      expect(out).toContain(name);
      expect(out).toContain(summary);
      const help = await run([...name.split(" "), "--help"]);
      expect(help.code).toBe(0);
      for (const flag of [...Object.keys(flags), "help", "version"]) expect(help.out).toContain(`--${flag}`);
      for (const variable of Object.keys(variables)) expect(help.out).toContain(variable);
      for (const line of help.out.split("\n")) expect(line.length).toBeLessThanOrEqual(125);
    }
  });

  test("--version prints the version of the package", async () => {
    expect((await run(["--version"])).out).toMatch(/^\d+\.\d+\.\d+/);
    expect((await run(["keys", "list", "--version"])).code).toBe(0);
  });
});

const smallest = `providers: { local: { kind: ollama } }
models: [{ id: acme/tiny, endpoints: [{ provider: local, model: tiny, context: 8192, price: { prompt: 0.20, completion: 0.80 } }] }]
`;

describe("check", () => {
  test("prints tables and ends with 0 for a valid file", async () => {
    await writeFile(inFolder("g.yaml"), smallest);
    const { code, out, err } = await run(["check", inFolder("g.yaml")]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("acme/tiny  local     tiny             8192     0.20    0.80");
    expect(out).toContain("is valid: 1 provider, 1 model, 0 keys, 1 account, 0 budgets.");
  });

  test("prints every mistake and ends with 1", async () => {
    await writeFile(inFolder("g.yaml"), "providers: { a: { kind: olama }, b: { kind: gemini, apiKey: $NOPE } }");
    const { code, out, err } = await run(["check", inFolder("g.yaml")]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("g.yaml:1:25 providers.a.kind: expected one of");
    expect(err).toContain("NOPE is not set");
    expect(err).toContain("has 2 mistakes.");
  });

  test("--without-secrets accepts variables that are not set, for example in CI", async () => {
    await writeFile(inFolder("g.yaml"), "providers: { b: { kind: gemini, apiKey: $NOPE } }");
    expect((await run(["check", inFolder("g.yaml"), "--without-secrets"])).code).toBe(0);
  });

  test("a file that cannot be read is one line", async () => {
    const { code, err } = await run(["check", inFolder("none.yaml")]);
    expect([code, err]).toEqual([
      1,
      `patchbay-gateway: ${inFolder("none.yaml")} cannot be read (ENOENT). Check the path.`,
    ]);
  });
});

describe("keys", () => {
  test("create prints only the key, which a store that is open sees with its budgets", async () => {
    const store = openSqliteKeys(inFolder("keys.db"));
    const flags = ["--name", "test", "--limit", "1", "--budget", "5/day", "--requests", "100/day", "--expires", "30d"];
    const more = ["--models", "acme/*,openai/gpt-5", "--providers", "local", "--rpm", "60", "--data", folder];
    const { code, out, err } = await run(["keys", "create", ...flags, ...more]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^sk-or-v1-[0-9a-f]{64}$/);
    expect(await store.all()).toMatchObject([
      {
        name: "test",
        account: "default",
        isManagement: false,
        expiresAt: now + 30 * 86_400_000,
        budgets: [
          { unit: "usd", limit: "1", window: "total" },
          { unit: "usd", limit: "5", window: "daily" },
          { unit: "requests", limit: "100", window: "daily" },
        ],
        limits: { requestsPerMinute: 60 },
        allowedModels: ["acme/*", "openai/gpt-5"],
        allowedProviders: ["local"],
      },
    ]);
    expect(JSON.stringify(await store.all())).not.toContain(out);
    await store.close();
  });

  test("list shows keys without their secrets, and revoke deletes by name or by id", async () => {
    const create = async (name: string, ...flags: string[]): Promise<string> =>
      (await run(["keys", "create", "--data", folder, "--name", name, ...flags])).out;
    const secret = await create("one", "--limit", "2.50");
    await create("two", "--management");
    const listed = await run(["keys", "list", "--data", folder]);
    expect(listed.out).toContain(
      `${secret.slice(0, 12)}...${secret.slice(-3)}  one   default  $2.50    all         active`,
    );
    expect(listed.out).toMatch(/two +default +none +management/);
    expect(listed.out).not.toContain(secret);
    expect((await run(["keys", "revoke", "one", "--data", folder])).err).toContain('The key "one"');
    const [{ hash }] = JSON.parse((await run(["keys", "list", "--json", "--data", folder])).out) as [{ hash: string }];
    expect((await run(["keys", "revoke", hash.slice(0, 12), "--data", folder])).code).toBe(0);
    expect((await run(["keys", "revoke", "one", "--data", folder])).err).toContain('There is no key "one".');
  });

  test("a customer's provider key is read from standard input, stored encrypted, listed by account and removed", async () => {
    const secret = "sk-customer-0123456789";
    const where = ["--data", folder, "--account", "acme"];
    const readInput = async (): Promise<string> => `${secret}\n`;
    const added = await run(["provider-keys", "add", ...where, "--provider", "openai", "--exclusive"], { readInput });
    expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/^pk_/), err: "" });
    const listed = await run(["provider-keys", "list", ...where]);
    expect(listed.out).toMatch(/openai +sk-\.\.\.789 +exclusive +2026-11-29/);
    expect(listed.out).not.toContain(secret);
    const store = openSqliteKeys(inFolder("keys.db"));
    const [row] = await store.providerKeys("acme");
    expect(row).toMatchObject({ id: added.out, provider: "openai", exclusive: true, fallbackOnly: false });
    expect(JSON.stringify(row)).not.toContain(secret);
    await store.close();
    expect((await run(["provider-keys", "list", "--data", folder, "--json"])).out).toBe("[]");
    expect((await run(["provider-keys", "remove", added.out, "--data", folder])).code).toBe(0);
    expect((await run(["provider-keys", "remove", added.out, "--data", folder])).err).toContain("no provider key");
    for (const text of ["", "two words"])
      expect(
        (await run(["provider-keys", "add", "--provider", "x", "--data", folder], { readInput: async () => text })).err,
      ).toMatch(/Pass the key of x on standard input/);
  });

  test("a name that two keys have is refused with their ids", async () => {
    for (let count = 0; count < 2; count++) await run(["keys", "create", "--data", folder, "--name", "same"]);
    const { code, err } = await run(["keys", "revoke", "same", "--data", folder]);
    expect(code).toBe(1);
    expect(err).toMatch(/2 keys have the name "same"\. Use one of their ids: [0-9a-f]{12}, [0-9a-f]{12}\./);
  });

  test("rotate prints a successor with the same settings, and the old key expires after the grace", async () => {
    await run(["keys", "create", "--data", folder, "--name", "app", "--budget", "5/day", "--management"]);
    const { out, err } = await run(["keys", "rotate", "app", "--grace", "1h", "--data", folder]);
    expect(out).toMatch(/^sk-or-v1-/);
    expect(err).toContain("works until 2026-11-29T13:00:00.000Z");
    const keys = JSON.parse((await run(["keys", "list", "--json", "--data", folder])).out) as Record<string, unknown>[];
    const [old, successor] = keys.toSorted((a) => (a.rotatedTo === null ? 1 : -1));
    expect(old).toMatchObject({ rotatedTo: successor!.hash, expiresAt: now + 3_600_000 });
    expect(successor).toMatchObject({ name: "app", isManagement: true, expiresAt: null, budgets: old!.budgets });
    // Only the successor has the name from now on.
    expect((await run(["keys", "revoke", "app", "--data", folder])).code).toBe(0);
  });

  test("the fingerprints are those of the gateway with the same secret", async () => {
    const secret = "ab".repeat(32);
    await run(["keys", "create", "--data", folder, "--name", "x"], { env: { PATCHBAY_SECRET: secret } });
    const { err } = await run(["keys", "list", "--data", folder], { env: { PATCHBAY_SECRET: "short" } });
    expect(err).toContain("must be 64 hexadecimal characters");
  });
});

describe("models", () => {
  test("lists endpoints with prices, with the flags of the file or of the environment", async () => {
    await writeFile(inFolder("g.yaml"), smallest);
    expect((await run(["models", "--config", inFolder("g.yaml")])).out).toContain("0.20    0.80");
    const env = { PATCHBAY_CONFIG: inFolder("g.yaml") };
    const json = JSON.parse((await run(["models", "--json"], { env })).out) as unknown;
    expect(json).toMatchObject([{ id: "acme/tiny", endpoints: [{ price: { prompt: "0.20", completion: "0.80" } }] }]);
  });

  test("without a file, lists what the providers of the environment list", async () => {
    const { out, err } = await run(["models"], {
      env: { OPENAI_API_KEY: "k" },
      listModels: async () => [{ id: "gpt-5" }],
    });
    expect(out).toMatch(/openai\/gpt-5 +openai +gpt-5 +400000 +1\.25 +10\.00 +0\.125/);
    expect(err).toContain("openai (OPENAI_API_KEY): 1 model");
  });
});

describe("serve", () => {
  test("without a provider, says what to do", async () => {
    const { code, out, err } = await run([]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("No provider was found. Do one of these:");
    expect(err).toContain("start Ollama");
  });

  test("prints one line to standard output when it is ready; flags come before variables, and both before the file", async () => {
    await writeFile(inFolder("g.yaml"), `${smallest}server: { host: 0.0.0.0, port: 1 }\ndata: file-data`);
    const configs: GatewayConfig[] = [];
    const close = vi.fn(async () => undefined);
    const reload = vi.fn(async () => undefined);
    const running = run(["--config", inFolder("g.yaml"), "--port", "0"], {
      env: { PATCHBAY_PORT: "7", PATCHBAY_DATA: "variable-data", PATCHBAY_ADMIN_KEY: "0123456789abcdef" },
      startGateway: async (config) => {
        configs.push(config);
        return {
          baseURL: "http://127.0.0.1:4321/api/v1",
          dashboardURL: "http://127.0.0.1:4321/",
          firstKey: "sk-or-v1-first",
          reload,
          close,
        };
      },
    });
    await expect.poll(() => configs.length).toBe(1);
    expect(configs[0]).toMatchObject({
      server: { host: "0.0.0.0", port: 0 },
      data: "variable-data",
      adminKey: "0123456789abcdef",
    });
    // The file is changed while the gateway runs; the flags still come first.
    await vi.waitFor(async () => {
      await writeFile(inFolder("g.yaml"), smallest.replace("acme/tiny", "acme/small"));
      expect(reload).toHaveBeenCalled();
    }, 10_000);
    expect(reload.mock.calls).toMatchObject([[{ server: { port: 0 }, models: [{ id: "acme/small" }] }]]);
    process.emit("SIGTERM");
    const { code, out, err } = await running;
    expect([code, out]).toEqual([0, "http://127.0.0.1:4321/api/v1"]);
    expect(err).toContain("First API key (shown once): sk-or-v1-first");
    expect(err).toContain("Dashboard: http://127.0.0.1:4321/");
    expect(close).toHaveBeenCalledExactlyOnceWith({ drain: 30_000 });
  });

  test.each([
    [{ PATCHBAY_ADMIN_KEY: "short" }, "PATCHBAY_ADMIN_KEY has 5 characters, which can be guessed."],
    [{ PATCHBAY_LOG: "jsn" }, '--log must be one of json, pretty, silent; got "jsn". Did you mean "json"?'],
  ])("%j is refused: %s", async (env, message) => {
    await writeFile(inFolder("g.yaml"), smallest);
    const { code, err } = await run(["--config", inFolder("g.yaml")], { env });
    expect(err).toContain(message);
    expect(code).toBe(1);
  });
});

describe("doctor", () => {
  const file = `providers: { local: { kind: openai-compatible, baseURL: http://127.0.0.1:1/v1, apiKey: $KEY } }
models: [{ id: acme/tiny, endpoints: [{ provider: local, model: tiny, price: free }] }]`;
  const env = { KEY: "sk-secret" };

  async function diagnose(args: readonly string[], changes: Partial<Services> = {}): Promise<Run> {
    await writeFile(inFolder("g.yaml"), file);
    return run(["doctor", "--config", inFolder("g.yaml"), "--data", inFolder("data"), "--port", "0", ...args], {
      env,
      ...changes,
    });
  }

  test("reports every check, and ends with 0 if none failed", async () => {
    const { code, out } = await diagnose([], { listModels: async () => [{ id: "tiny" }] });
    expect(out).toMatch(/^ok {7}Node\.js: \d/);
    for (const line of [
      "configuration:",
      "data folder:",
      "port: 127.0.0.1:0 is free",
      "clock:",
      "provider local: reachable, 1 model",
    ])
      expect(out).toContain(`ok       ${line}`);
    expect(code).toBe(0);
  });

  test("a provider that refuses the key fails with advice and without the key", async () => {
    const { code, out } = await diagnose([], {
      listModels: async () => {
        throw new Error("401 Unauthorized: sk-secret");
      },
    });
    expect(out).toContain(
      "FAILED   provider local: 401 Unauthorized: [secret]\n         Check the base URL, the API key and the network.",
    );
    expect(code).toBe(1);
  });

  test("a model that the provider does not list is a warning", async () => {
    const { code, out } = await diagnose([], { listModels: async () => [{ id: "other" }] });
    expect(out).toContain("warning  provider local: does not list tiny");
    expect(code).toBe(0);
  });

  test("a port in use, a data folder that is a file, and stores that cannot be reached are reported", async () => {
    await writeFile(inFolder("data"), "");
    const server = await listen((socket) => socket.end("-NOAUTH Authentication required.\r\n"));
    const { port } = server.address() as { port: number };
    const { code, out } = await diagnose(["--port", String(port), "--shared", `redis://127.0.0.1:${port}`]);
    expect(out).toContain(`warning  port: 127.0.0.1:${port} is not free (EADDRINUSE)`);
    expect(out).toMatch(/FAILED {3}data folder: .* cannot be written \(E(NOTDIR|EXIST)\)/);
    expect(out).toContain(`FAILED   shared state: 127.0.0.1:${port} refused: NOAUTH Authentication required.`);
    expect(code).toBe(1);
    server.close();
  });

  test("a Valkey server that responds, and a clock that is wrong, are reported", async () => {
    const server = await listen((socket) => {
      socket.once("data", (data) => {
        expect(String(data)).toBe("*2\r\n$4\r\nAUTH\r\n$6\r\np@ss:1\r\n*1\r\n$4\r\nPING\r\n");
        socket.write("+OK\r\n");
        setTimeout(() => socket.write("+PO"), 5);
        setTimeout(() => socket.write("NG\r\n"), 10);
      });
    });
    const { port } = server.address() as { port: number };
    await writeFile(
      inFolder("h.yaml"),
      "providers: { a: { kind: openai-compatible, baseURL: https://api.example/v1 } }",
    );
    const { out } = await run(
      [
        "doctor",
        "--config",
        inFolder("h.yaml"),
        "--data",
        folder,
        "--port",
        "0",
        "--shared",
        `redis://:p%40ss%3A1@127.0.0.1:${port}`,
      ],
      { fetch: async () => new Response(null, { headers: { date: new Date(now - 90_000).toUTCString() } }) },
    );
    expect(out).toMatch(/ok {7}shared state: reachable in \d+ ms/);
    expect(out).toContain("warning  clock: 90 s from api.example");
    server.close();
  });

  test.each([
    [{ status: "ready" }, "ok       port: a gateway runs on 127.0.0.1:PORT and is ready", 0],
    [
      { status: "not ready", reason: "The gateway is shutting down." },
      "FAILED   port: the gateway on 127.0.0.1:PORT is not ready: The gateway is shutting down.",
      1,
    ],
    [undefined, "warning  port: 127.0.0.1:PORT is not free (EADDRINUSE); another program has it", 0],
  ])("of a port that is in use, it reports what /ready does: %j", async (ready, line, expected) => {
    const server = createHttpServer((_, response) => response.end(ready ? JSON.stringify(ready) : "hello"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const port = String((server.address() as AddressInfo).port);
    const { code, out } = await diagnose(["--port", port], {
      fetch: globalThis.fetch,
      listModels: async () => [{ id: "tiny" }],
    });
    server.closeAllConnections();
    server.close();
    expect(out).toContain(line.replace("PORT", port));
    expect(code).toBe(expected);
  });

  test("a mistake in the configuration ends with 1 and the line of the mistake", async () => {
    await writeFile(inFolder("bad.yaml"), "providers: { a: { kind: olama } }");
    const { code, out } = await run(["doctor", "--config", inFolder("bad.yaml")]);
    expect(out).toContain("bad.yaml:1:25 providers.a.kind");
    expect(code).toBe(1);
  });
});

function listen(onConnection: Parameters<typeof createServer>[1]): Promise<Server> {
  const server = createServer(onConnection);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

describe("the process", () => {
  const cli = new URL("../../packages/gateway/src/cli.ts", import.meta.url).pathname;
  const start = (...args: readonly string[]): Promise<Run> =>
    new Promise((resolve) => {
      execFile(process.execPath, ["--conditions=@patchbay/source", "--no-warnings", cli, ...args], (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out: out.trimEnd(), err: err.trimEnd() }),
      );
    });

  test("prints a key that the library finds, and ends with the exit code of the command", async () => {
    const created = await start("keys", "create", "--data", folder, "--name", "test", "--limit", "1");
    expect(created).toMatchObject({ code: 0, err: "" });
    expect(created.out).toMatch(/^sk-or-v1-[0-9a-f]{64}$/);
    expect((await run(["keys", "list", "--data", folder])).out).toContain(created.out.slice(-3));
    expect(await start("keys", "revoke", "none", "--data", folder)).toMatchObject({ code: 1, out: "" });
  });
});
