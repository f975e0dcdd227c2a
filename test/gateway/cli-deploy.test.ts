import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Flag, Services } from "../../packages/gateway/src/cli/command.ts";
import { main } from "../../packages/gateway/src/cli/main.ts";
import { serve } from "../../packages/gateway/src/cli/serve.ts";
import type { GatewayConfig } from "../../packages/gateway/src/config/config.ts";
import { defaultConfig } from "../../packages/gateway/src/config/default-config.ts";
import { keySources } from "../../packages/gateway/src/config/discovery/sources.ts";
import { parseYaml } from "../../packages/gateway/src/config/yaml/document.ts";
import { anything } from "../../packages/gateway/src/config/yaml/scalars.ts";

const read = (name: string): string => readFileSync(new URL(`../../packages/gateway/${name}`, import.meta.url), "utf8");

function readYaml(name: string): unknown {
  const { root, problems } = parseYaml(read(name), name);
  expect(problems).toEqual([]);
  return anything(root!, [], { env: {}, report: (_, message) => expect.fail(message) });
}

interface Service {
  readonly image?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly stop_grace_period?: string;
  readonly volumes?: readonly string[];
}

const compose = readYaml("deploy/compose.yaml") as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
};
const { gateway } = compose.services as { readonly gateway: Service };

/** Instructions of the container file, with continued lines joined. */
const instructions = read("deploy/Containerfile")
  .replaceAll("\\\n", " ")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1).trim()] as const);

const instruction = (name: string): string => instructions.findLast(([one]) => one === name)![1];

/** Variables that the command reads. */
const known = new Set([
  ...Object.values<Flag>(serve.flags).flatMap(({ variable }) => (variable === undefined ? [] : [variable])),
  ...Object.keys(serve.variables!),
  ...keySources.map(({ variable }) => variable),
]);

const imageEnv = Object.fromEntries(
  [...instruction("ENV").matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!]),
);

/** What the operator sets: the required variables, and one provider key. */
const operator: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: "ab".repeat(16),
  PATCHBAY_SECRET: "ab".repeat(32),
  PATCHBAY_ADMIN_KEY: "cd".repeat(32),
  OPENAI_API_KEY: "sk-test",
};

/** Variables in the container. */
const containerEnv = Object.fromEntries(
  Object.entries({ ...imageEnv, ...gateway.environment }).map(([name, value]) => [
    name,
    value.replaceAll(/\$\{(\w+):[?-][^}]*\}/g, (_, variable: string) => operator[variable] ?? ""),
  ]),
);

test("both files set only variables that the command reads", () => {
  const set = [...Object.keys(imageEnv), ...Object.keys(gateway.environment)];
  expect(set.filter((name) => name !== "NODE_ENV" && !known.has(name))).toEqual([]);
  for (const { variable } of keySources) expect(gateway.environment).toHaveProperty(variable);
});

test("the command starts with the environment of the container", async () => {
  const configs: GatewayConfig[] = [];
  const errors: string[] = [];
  const services: Services = {
    env: containerEnv,
    write: () => undefined,
    log: (line) => errors.push(line),
    fetch: async () => {
      throw new TypeError("fetch failed");
    },
    readInput: async () => "",
    listModels: async () => [{ id: "gpt-5-mini" }],
    openKeys: async () => {
      throw new Error("not used");
    },
    startGateway: async (config) => {
      configs.push(config);
      throw new Error("started");
    },
    now: Date.now,
  };
  const args = JSON.parse(instruction("CMD")) as readonly string[];
  await main(args, services);
  expect(errors.at(-1)).toBe("patchbay-gateway: started");
  expect(configs).toMatchObject([
    {
      server: { host: "0.0.0.0", port: 4000 },
      data: "/data",
      database: `postgres://gateway:${operator.POSTGRES_PASSWORD}@postgres:5432/gateway`,
      shared: "redis://valkey:6379",
      adminKey: operator.PATCHBAY_ADMIN_KEY,
      models: [{ id: "openai/gpt-5-mini" }],
    },
  ]);
  expect(Object.keys(configs[0]!.providers)).toEqual(["openai"]);
});

describe("the container", () => {
  test("runs the command of the package as a user without privileges", () => {
    const { bin, name } = JSON.parse(read("package.json")) as { bin: Record<string, string>; name: string };
    const path = new URL(bin["patchbay-gateway"]!, `file:///app/node_modules/${name}/`).pathname;
    expect(JSON.parse(instruction("ENTRYPOINT"))).toEqual(["node", "--max-semi-space-size=8", path]);
    expect(instruction("USER")).toBe("node");
    expect(instruction("VOLUME")).toBe(imageEnv.PATCHBAY_DATA);
    expect(instruction("EXPOSE")).toBe(imageEnv.PATCHBAY_PORT);
  });

  test("installs the optional packages of the stores", () => {
    const install = instructions.find(([name, text]) => name === "RUN" && text.startsWith("npm install"))![1];
    for (const name of ["iovalkey", "postgres"]) expect(install.split(" ")).toContain(name);
  });

  test("has a health check whose script ends with 0 only for a healthy response", async () => {
    const [, command] = /CMD (\[.*\])$/.exec(instruction("HEALTHCHECK"))!;
    const [program, flag, script] = JSON.parse(command!) as [string, string, string];
    expect([program, flag]).toEqual(["node", "-e"]);
    const run = async (fetch: (url: string) => Promise<{ ok: boolean }>): Promise<number> => {
      const { promise, resolve } = Promise.withResolvers<number>();
      // eslint-disable-next-line typescript/no-implied-eval -- the script of the health check
      new Function("fetch", "process", script)(fetch, { env: imageEnv, exit: resolve });
      return promise;
    };
    const urls: string[] = [];
    const answer = (ok: boolean) => async (url: string) => {
      urls.push(url);
      return { ok };
    };
    expect(await run(answer(true))).toBe(0);
    expect(await run(answer(false))).toBe(1);
    expect(await run(() => Promise.reject(new Error("refused")))).toBe(1);
    expect(urls).toEqual(["http://127.0.0.1:4000/health", "http://127.0.0.1:4000/health"]);
  });
});

describe("the services", () => {
  test("are reached by their names, after they are healthy", () => {
    const hosts = [gateway.environment.PATCHBAY_DATABASE!, gateway.environment.PATCHBAY_SHARED!].map(
      (url) => /[/@]([\w-]+):\d+/.exec(url)![1],
    );
    for (const host of hosts) {
      expect(gateway.depends_on![host!]).toEqual({ condition: "service_healthy" });
      expect(compose.services[host!]!.healthcheck).toBeDefined();
    }
  });

  test("have images with a version, and volumes that are declared", () => {
    for (const [name, { image, volumes = [] }] of Object.entries(compose.services)) {
      if (name !== "gateway") expect(image).toMatch(/^[\w/.-]+:[\w.-]+$/);
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(":")[0]!);
    }
  });

  test("stop after requests in progress had their time, and publish the port on this machine only", () => {
    expect(Number.parseInt(gateway.stop_grace_period!, 10) * 1000).toBeGreaterThan(defaultConfig.server.drain);
    expect(gateway.ports).toEqual([`127.0.0.1:4000:${imageEnv.PATCHBAY_PORT}`]);
  });
});
