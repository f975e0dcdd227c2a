// The servers that are compared: how each starts, and what it is sent.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { prepare, sendOnce } from "../support/load.mjs";
import { freePort, isListening, launch } from "../support/processes.mjs";
import { optionOf } from "../support/rounds.mjs";
import { request } from "./payload.mjs";
import { fixtures, mockoon, scenario, wiremock } from "./peer-configs.mjs";

/** The core of the measured server. */
const serverCore = 0;
/** The core of the load. */
export const loadCore = 1;

const here = (path) => new URL(path, import.meta.url).pathname;
const module = (path) => here(`node_modules/${path}`);
const contract = here("../../packages/mock-server/src/generated/contract/openapi.json");
const headers = { authorization: "Bearer sk-or-v1-bench" };

/** How our server of a checkout starts. `coldArgs` are for cold starts: without a scenario, as most are. */
function oursOf(checkout) {
  const folder = join(checkout, "packages/mock-server");
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const cli = join(folder, bin["patchbay-mock"]);
  const coldArgs = (port) => [cli, "--port", String(port)];
  return {
    path: "/api/v1/chat/completions",
    args: (port) => [...coldArgs(port), "--config", scenario],
    coldArgs,
  };
}
const ours = oursOf(here("../.."));
/** Another checkout of this repository, built, to compare with: `--before=FOLDER`. */
const checkout = optionOf("before");

/**
 * Each with the `args` for a port and the `path` of chats. `program` is another one than node, `packageName` what `npm install` installs,
 * `translate` makes the body of another dialect, and `stream: false` says that the server does not stream.
 */
export const servers = [
  { name: "bare", path: "/", args: (port) => [here("bare.mjs"), String(port)] },
  { ...ours, name: "ours" },
  ...(checkout ? [{ ...oursOf(checkout), name: "before" }] : []),
  {
    name: "ours, Responses",
    path: "/api/v1/responses",
    args: ours.args,
    translate: ({ messages, max_tokens: most, ...rest }) => ({ ...rest, input: messages, max_output_tokens: most }),
  },
  {
    name: "ours, Messages",
    path: "/api/v1/messages",
    args: ours.args,
    translate: ({ messages: [system, ...messages], ...rest }) => ({ ...rest, system: system.content, messages }),
  },
  {
    name: "aimock",
    packageName: "@copilotkit/aimock",
    path: "/api/v1/chat/completions",
    args: (port) => [
      module("@copilotkit/aimock/dist/cli.js"),
      "-p",
      String(port),
      "-f",
      fixtures,
      "--chunk-size",
      "5",
      "--log-level",
      "warn",
    ],
  },
  {
    name: "prism",
    packageName: "@stoplight/prism-cli",
    path: "/chat/completions",
    args: (port) => [
      module("@stoplight/prism-cli/dist/index.js"),
      "mock",
      "-p",
      String(port),
      contract,
      "-v",
      "silent",
    ],
    stream: false,
  },
  {
    name: "steady",
    packageName: "@stdy/cli",
    path: "/chat/completions",
    program: module(`@stdy/cli-linux-${process.arch}/bin/steady`),
    args: (port) => ["-p", String(port), "-q", "--host", "127.0.0.1", contract],
    stream: false,
  },
  {
    name: "mock-openai-api",
    packageName: "mock-openai-api",
    path: "/v1/chat/completions",
    args: (port) => [module("mock-openai-api/dist/cli.js"), "-p", String(port), "-H", "127.0.0.1"],
    model: "mock-gpt-thinking",
  },
  {
    name: "mockoon",
    packageName: "@mockoon/cli",
    path: "/chat/completions",
    args: (port) => [
      module("@mockoon/cli/bin/run.js"),
      "start",
      "--data",
      mockoon,
      "--port",
      String(port),
      "--hostname",
      "127.0.0.1",
      "--disable-log-to-file",
      "--disable-admin-api",
    ],
  },
  {
    name: "wiremock",
    packageName: "wiremock",
    path: "/chat/completions",
    program: "java",
    args: (port) => ["-jar", wiremockJar(), "--port", String(port), "--root-dir", wiremock, "--disable-banner"],
  },
];

function wiremockJar() {
  const { version } = JSON.parse(readFileSync(module("wiremock/package.json"), "utf8"));
  return module(`wiremock/build/wiremock-standalone-${version}.jar`);
}

/** The request of a server, as JSON or as a stream. */
export const targetOf = ({ path, model, translate = (body) => body }, port, stream) =>
  prepare(
    { url: `http://127.0.0.1:${port}${path}`, headers },
    translate({ ...request(stream), ...(model && { model }) }),
  );

/**
 * Starts a server and waits for its first answer to a chat. `firstAnswerMs` counts from the start of the process.
 * Throws when it does not answer with 200 within 20 seconds.
 */
export async function start(server, args = server.args) {
  if (server.program?.includes("/") && !existsSync(server.program)) throw new Error(`${server.program} is missing`);
  const port = await freePort();
  const began = performance.now();
  const child = launch(args(port), { core: serverCore, program: server.program });
  const target = targetOf(server, port, false);
  for (let status = 0; ; await sleep(2)) {
    if (await isListening(port)) {
      const response = await sendOnce(target);
      if (response.isGood) return { ...server, port, child, firstAnswerMs: performance.now() - began };
      status = response.status;
    }
    if (child.exitCode === null && performance.now() - began < 20_000) continue;
    child.kill();
    throw new Error(`no good answer to a chat, the last status is ${status}. ${child.log.slice(-300)}`);
  }
}

/** Ends a server, and waits until it has ended. */
export async function stop({ child }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}
