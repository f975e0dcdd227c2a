import { count } from "../../config/count.ts";
import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { GatewayConfig, ProviderConfig } from "../../config/config.ts";
import { UsageError, type Services } from "../command.ts";
import { checkPort } from "./check-port.ts";
import type { CheckResult } from "./check-result.ts";
import { pingValkey } from "./ping-valkey.ts";

/** A check by its name. It never rejects. */
export type Check = readonly [name: string, run: () => Promise<CheckResult>];

const ok = (detail: string): CheckResult => ({ state: "ok", detail });
const failed = (detail: string, advice: string): CheckResult => ({ state: "failed", detail, advice });
const warning = (detail: string, advice: string): CheckResult => ({ state: "warning", detail, advice });

const timeout = 10_000;

/** The checks of a configuration. */
export function checksOf(config: GatewayConfig, services: Services): readonly Check[] {
  const { data, database, shared, server } = config;
  return [
    ["data folder", () => (database === undefined ? checkData(data) : Promise.resolve(ok("not used with a database")))],
    ["port", () => checkPort(server, services)],
    ...(database === undefined ? [] : [["database", () => checkDatabase(config, services)] as const]),
    ...(shared === undefined ? [] : [["shared state", () => checkShared(shared)] as const]),
    ["clock", () => checkClock(config.providers, services)],
    ...Object.entries(config.providers).map(
      ([slug, provider]) => [`provider ${slug}`, () => checkProvider(slug, provider, config, services)] as const,
    ),
  ];
}

/** Free space below which the ledger may soon be unable to write. */
const leastSpace = 1_000_000_000;

async function checkData(folder: string): Promise<CheckResult> {
  const file = join(folder, `.doctor-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, "");
    await rm(file);
    const { bavail, bsize } = await statfs(folder);
    const space = bavail * bsize;
    const free = `${(space / 1e9).toFixed(1)} GB free`;
    if (space >= leastSpace) return ok(`${folder}, ${free}`);
    return warning(
      `${folder}, ${free}`,
      "Free some space: without it, requests are refused, because they cannot be recorded.",
    );
  } catch (error) {
    return failed(
      `${folder} cannot be written (${codeOf(error)})`,
      "Choose another folder with --data, or change its owner.",
    );
  }
}

async function checkDatabase({ data, database }: GatewayConfig, { openKeys, env }: Services): Promise<CheckResult> {
  try {
    const keys = await openKeys({ data, database, secret: env.PATCHBAY_SECRET });
    try {
      return ok(`reachable, ${(await keys.list()).length} keys`);
    } finally {
      await keys.close();
    }
  } catch (error) {
    const advice = "Check the URL, the password, and that the server accepts connections from this machine.";
    return failed(redact(error, database), advice);
  }
}

async function checkShared(url: string): Promise<CheckResult> {
  try {
    return ok(`reachable in ${await pingValkey(url, timeout)} ms`);
  } catch (error) {
    return failed(
      redact(error, url),
      "Check the URL and the password. Without it, gateways limit and route on their own.",
    );
  }
}

/** Difference from which budgets of a day and expirations are visibly wrong. */
const mostSkew = 30_000;

async function checkClock(providers: GatewayConfig["providers"], { fetch, now }: Services): Promise<CheckResult> {
  const url = Object.values(providers).find(({ baseURL }) => baseURL?.startsWith("https://"))?.baseURL;
  if (url === undefined) return ok("not compared: no provider on the Internet has a base URL");
  try {
    const response = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(timeout) });
    const skew = now() - Date.parse(response.headers.get("date") ?? "");
    if (Number.isNaN(skew)) return ok(`not compared: ${new URL(url).host} sends no date`);
    const detail = `${Math.round(Math.abs(skew) / 1000)} s from ${new URL(url).host}`;
    return Math.abs(skew) < mostSkew ? ok(detail) : warning(detail, "Synchronize the clock, for example with chrony.");
  } catch {
    return ok(`not compared: ${new URL(url).host} cannot be reached`);
  }
}

async function checkProvider(
  slug: string,
  provider: ProviderConfig,
  { models }: GatewayConfig,
  { listModels }: Services,
): Promise<CheckResult> {
  if (provider.apiKeys.length === 0 && provider.kind !== "ollama" && provider.kind !== "openai-compatible")
    return failed("has no API key", `Add \`apiKey: $NAME\` to providers.${slug}.`);
  try {
    const listed = await listModels(slug, provider, AbortSignal.timeout(timeout));
    const names = new Set(listed.map(({ id }) => id.replace(/:latest$/, "")));
    const used = models.flatMap(({ endpoints }) => endpoints.filter((endpoint) => endpoint.provider === slug));
    const missing = used.map(({ model }) => model).filter((model) => !names.has(model.replace(/:latest$/, "")));
    if (missing.length === 0 || names.size === 0) return ok(`reachable, ${count(listed.length, "model")}`);
    return warning(`does not list ${missing.slice(0, 5).join(", ")}`, "Check the names, or pull the models.");
  } catch (error) {
    return failed(redact(error, ...provider.apiKeys), "Check the base URL, the API key and the network.");
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}

/** The message of an error without secrets. */
function redact(error: unknown, ...secrets: readonly (string | undefined)[]): string {
  const text = error instanceof Error || error instanceof UsageError ? error.message : String(error);
  return secrets
    .reduce<string>((message, secret) => (secret ? message.replaceAll(secret, "[secret]") : message), text)
    .slice(0, 300);
}
