// Errors of a first attempt: mistakes on the command line, in names and in addresses, each with its cure.
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { call } from "../support/call.ts";
import { startCli } from "../support/cli.ts";

test.each([
  [
    ["--upstream", "http://127.0.0.1:9/api/v1"],
    "--upstream needs --record, which names the file to record into. See --help.",
  ],
  [
    ["--provider", "openai"],
    '--provider must be a provider and its state, such as openai=down; got "openai". See --help.',
  ],
])("the command rejects %j and says what to do", async (args, message) => {
  const command = startCli("--port", "0", ...args);
  expect(await command.ended).toBe(1);
  expect(command.stderr()).toBe(`patchbay-mock: ${message}\n`);
});

test("the command prints the version of its package", async () => {
  const manifest = await readFile(new URL("../../packages/mock-server/package.json", import.meta.url), "utf8");
  const command = startCli("--version");
  expect(await command.ended).toBe(0);
  expect(command.stdout()).toBe(`${(JSON.parse(manifest) as { version: string }).version}\n`);
});

const beyondLoopback = { host: "mock", address: "192.0.2.7", isForwarded: false };

async function get(server: MockServer, path: string, connection?: typeof beyondLoopback): Promise<[number, string]> {
  const made = await server.handle({
    method: "GET",
    url: new URL(path, "http://mock:4010"),
    headers: new Headers(),
    body: "",
    ...(connection && { connection }),
  });
  if (made.body.kind !== "text") throw new Error(`The answer is ${made.body.kind}.`);
  return [made.status, (JSON.parse(made.body.text) as { error: { message: string } }).error.message];
}

test.each([
  "/_patchbay/rules",
  "/auth",
  "/metrics",
  "/s/a/_patchbay/rules",
  "/s/a/auth",
  "/s/a/metrics",
  "/s/a/api/v1/models",
])("%s says why it is closed beyond the loopback and how to open it", async (path) => {
  const [status, message] = await get(createMockServer(), path, beyondLoopback);
  expect(status).toBe(404);
  expect(message).toContain("Start the server with `control: true` (`--control`) to open it on others.");
});

test.each([
  ["/s/a%20b/api/v1/models", 'must have 1 to 100 characters from A-Z, a-z, 0-9, "_", "-" and ".".'],
  ["/s/test_x[1-2]/_patchbay/rules", 'must have 1 to 100 characters from A-Z, a-z, 0-9, "_", "-" and ".".'],
  ["/s/a/s/b/api/v1/models", "A session has no sessions."],
])("%s returns the reason why it is not a session", async (path, reason) => {
  const [status, message] = await get(createMockServer(), path);
  expect(status).toBe(404);
  expect(message).toContain(reason);
});

test.each(["sk-or-v1-test", "sk-or-mgmt-test"])(
  "credits for the key %s are rejected, because credits belong to an account",
  async (account) => {
    const { status, body } = await call(createMockServer(), "/_patchbay/credits", { body: { account, add: 1 } });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      pointer: "/account",
      message: "/account is a key. Use the name of its account, which follows the prefix of the key.",
    });
  },
);

test("a mistake of a whole body has a message without a pointer", async () => {
  const { body } = await call(createMockServer(), "/_patchbay/journal?after=x");
  expect(body.error).toMatchObject({ pointer: "", message: '`after` must be the id of an entry, got "x".' });
});
