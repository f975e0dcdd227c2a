// The README of the gateway: its configurations are valid, its commands and output are those of the gateway, and its tables
// name every field and flag with its default. readme.test.ts in test/interop runs its TypeScript.
import { mkdtemp, rm } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse, stringify } from "yaml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "@patchbay/gateway";
import { main } from "../../packages/gateway/src/cli/main.ts";
import { createServices } from "../../packages/gateway/src/cli/services.ts";
import { type ProviderServer, startProvider } from "../support/provider-server.ts";
import { type RunningGateway, startGateway } from "../support/gateway.ts";

const root = resolve(import.meta.dirname, "../../packages/gateway");
const readme = readFileSync(join(root, "README.md"), "utf8");
const example = readFileSync(join(root, "gateway.example.yaml"), "utf8");
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, code]) => code!);
/** Every reference to a secret has a value. */
const env: Record<string, string> = Object.fromEntries(
  [...`${readme}${example}`.matchAll(/\$\{?([A-Z][A-Z0-9_]+)/g)].map(([, name]) => [
    name!,
    "sk-or-v1-0123456789abcdef",
  ]),
);

describe("the configurations", () => {
  test.each(blocks("yaml"))("%s", (yaml) => {
    expect(readConfig(yaml, { env }).warnings).toEqual([]);
  });

  test("are the smallest one and one with a fallback", () => {
    expect(blocks("yaml")).toHaveLength(2);
  });
});

describe("with the smallest configuration", () => {
  let provider: ProviderServer;
  let gateway: RunningGateway;
  beforeAll(async () => {
    provider = await startProvider({ behave: { usage: { prompt: 1000, completion: 100 } } });
    const config = blocks("yaml")[0]!.replace("http://127.0.0.1:8080", provider.url);
    gateway = await startGateway({ config, env: { LOCAL_KEY: "sk-local" } });
  });
  afterAll(async () => {
    await gateway.stop();
    await provider.stop();
  });

  test("a request costs what its prices say, in the response, for the key and in the dashboard", async () => {
    const body = { model: "acme/tiny", messages: [{ role: "user", content: "Hello!" }] };
    const headers = { authorization: `Bearer ${gateway.key}`, "content-type": "application/json" };
    const sent = await fetch(`${gateway.baseURL}/chat/completions`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    // 1,000 × 0.20 and 100 × 0.80 USD per million tokens.
    expect(await sent.json()).toMatchObject({ model: "acme/tiny", usage: { cost: 0.000_28 } });
    const read = async (path: string, key: string): Promise<unknown> =>
      (await fetch(new URL(path, gateway.url), { headers: { authorization: `Bearer ${key}` } })).json();
    await expect.poll(() => read("/api/v1/key", gateway.key)).toMatchObject({ data: { usage: 0.000_28 } });
    await expect
      .poll(() => read("/admin/api/overview", gateway.adminKey))
      .toMatchObject({ today: { cost: "0.00028" }, latest: [{ model: "acme/tiny", cost: "0.00028" }] });
  });

  test("every path of the table of probes answers", async () => {
    const paths = [...readme.matchAll(/^\| `(\/\w+)` +\|/gm)].map(([, path]) => path!);
    expect(paths).toContain("/ready");
    for (const path of paths) expect((await fetch(new URL(path, gateway.url))).status, path).toBeLessThan(400);
  });

  test("the request with routing preferences is accepted", async () => {
    const body = blocks("json")[0]!.replace("openai/gpt-5-mini", "acme/tiny").replace('"openai"', '"local"');
    const headers = { authorization: `Bearer ${gateway.key}`, "content-type": "application/json" };
    const sent = await fetch(`${gateway.baseURL}/chat/completions`, { method: "POST", headers, body });
    expect(await sent.json()).toMatchObject({ provider: "local" });
  });
});

describe("the commands", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gateway-readme-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const lines = blocks("sh").flatMap((block) => block.split("\n"));
  /** The arguments of a line that calls the gateway. */
  const toArguments = (line: string): string[] =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!).slice(2);
  /** Runs a command in this process; returns what it writes to standard output. */
  const run = async (args: readonly string[]): Promise<string> => {
    const out: string[] = [];
    const data = args.includes("--help") ? [] : ["--data", folder];
    const services = createServices(() => Promise.reject(new Error("The README's commands are only parsed.")));
    await main([...args, ...data], { ...services, env, write: (line) => out.push(line), log: () => undefined });
    return out.join("\n");
  };

  test("those that manage keys run in their order", async () => {
    const keys = lines.filter((line) => line.startsWith("npx patchbay-gateway keys")).map(toArguments);
    expect(keys).toHaveLength(5);
    const outputs: string[] = [];
    for (const args of keys) outputs.push(await run(args));
    expect(outputs[0]).toMatch(/^sk-or-v1-/);
    expect(outputs[2]).toMatch(/search .*\$5\/day.*\n.*batch|batch[^]*search .*\$5\/day/);
  });

  test("every flag exists", async () => {
    const calls = lines.filter((line) => line.startsWith("npx patchbay-gateway")).map(toArguments);
    expect(calls.length).toBeGreaterThan(8);
    const served = calls.filter(([first]) => first === undefined || first.startsWith("--"));
    for (const args of served) expect(await run([...args, "--help"])).toContain("patchbay-gateway");
  });

  test("the tables have every command and flag, with their variables and defaults", async () => {
    const overview = await run(["--help"]);
    const commands = [...overview.matchAll(/^ {2}((?!npx)[a-z-]+(?: [a-z]+)?)(?: \[?[A-Z]+\]?)? {2,}/gm)].map(
      ([, name]) => name!,
    );
    expect(commands).toContain("doctor");
    for (const name of commands.filter((one) => one !== "serve"))
      expect(readme).toMatch(new RegExp(`^\\| \`patchbay-gateway ${name}`, "m"));
    const help = (await run(["serve", "--help"])).replaceAll(/\n {10,}/g, " ");
    const flags = [...help.matchAll(/^ {2}--(\w+) <.*?(?:\(or (\w+)(?:; default ([^)]*))?\))?$/gm)];
    expect(flags).toHaveLength(7);
    for (const [, flag, variable, initial] of flags)
      expect(rowOf(`--${flag}`), flag).toMatchObject({ variable: `\`${variable}\``, ...(initial && { initial }) });
  });

  function rowOf(flag: string): Record<"variable" | "initial", string> {
    const cells = new RegExp(`^\\| \`${flag}\` +\\|([^|]*)\\|([^|]*)\\|`, "m").exec(readme) ?? [];
    return { variable: cells[1]?.trim() ?? "", initial: cells[2]?.trim() ?? "" };
  }
});

describe("the configuration reference", () => {
  /** Full path of each field → its default as the table has it. */
  const documented = new Map(
    readme
      .slice(readme.indexOf("## Configuration reference"), readme.indexOf("## Several gateways"))
      .split("\n### ")
      .flatMap((section) => {
        const prefix = /^\| `(.*?)` +\| Default/m.exec(section)?.[1];
        return [...section.matchAll(/^\| `(.*?)` +\| (.*?) +\| /gm)]
          .filter(([, name]) => name !== prefix)
          .map(([, name, initial]) => [prefix === undefined ? name! : `${prefix}.${name}`, initial!] as const);
      }),
  );

  /** The fields of a file, in the form of the table. Prices are described below the table. */
  function fieldsOf(value: unknown, path: string): string[] {
    if (/\.(?:headers|price|options)$|^aliases$|budgets$|modalities\.\w+$/.test(path)) return [path];
    if (Array.isArray(value)) {
      const isList = /^(?:models|keys|models\[\]\.endpoints)$/.test(path);
      return isList ? [path, ...value.flatMap((item) => fieldsOf(item, `${path}[]`))] : [path];
    }
    if (typeof value !== "object" || value === null) return [path];
    return Object.entries(value).flatMap(([name, inner]) => {
      const slug = path === "providers" ? "SLUG" : path === "accounts" ? "NAME" : name;
      return fieldsOf(inner, path === "" ? slug : `${path}.${slug}`);
    });
  }

  // The last lines of the example are comments, because they need servers.
  const complete = parse(example.replaceAll(/^# (?=(?:database|shared|adminKey):)/gm, "")) as unknown;
  const known = new Set(fieldsOf(complete, "").filter((path) => path !== "models" && path !== "keys"));

  test("has every field of the example file, which is complete", () => {
    const inherited = /^models\[\]\.endpoints\[\]\.dataPolicy\b.*/;
    const missing = [...known].map((path) => path.replace(inherited, "models[].endpoints[].dataPolicy"));
    expect(missing.filter((path) => !documented.has(path))).toEqual([]);
  });

  const smallest = {
    providers: { one: { kind: "ollama" } },
    models: [{ id: "acme/tiny", endpoints: [{ provider: "one", model: "tiny", price: { prompt: 1, completion: 2 } }] }],
    accounts: { default: {} },
    keys: [{ name: "app", secret: "$KEY" }],
  };
  const read = (config: object): unknown => readConfig(stringify(config), { env: { KEY: "0123456789abcdef" } }).config;

  /** The smallest configuration with one more field. */
  function withField(path: string, value: unknown): object {
    const config = structuredClone(smallest);
    const names = path.replaceAll("[]", ".0").replace("SLUG", "one").replace("NAME", "default").split(".");
    let at = config as Record<string, unknown>;
    for (const name of names.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
    at[names.at(-1)!] = value;
    return config;
  }

  const literal = [...documented].filter(([, initial]) => /^`[^$]+`$/.test(initial) && !/routing\.first/.test(initial));

  test("has defaults for most fields", () => {
    expect(literal.length).toBeGreaterThan(30);
  });

  test.each(literal)("%s is %s unless the file says otherwise", (path, initial) => {
    expect(read(withField(path, parse(initial.slice(1, -1))))).toEqual(read(smallest));
  });

  test("names only fields that a file may have", () => {
    for (const path of documented.keys()) {
      let message = "";
      try {
        read(withField(path, { patchbay: "no field accepts this" }));
      } catch (error) {
        message = String(error);
      }
      expect(message, path).not.toContain(`unknown field ${JSON.stringify(path.split(".").at(-1))}`);
    }
  });
});
