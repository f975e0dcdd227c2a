import { Patchbay, StreamError } from "@patchbay/client";
import { expect, test } from "vitest";
import cases from "../../packages/mock-server/src/generated/cases.json" with { type: "json" };
import { startCli } from "../support/cli.ts";

test("the command plays a conformance case, in each session from its beginning", async () => {
  const { child, stdout, stderr, ended } = startCli("--port", "0", "--case", "retries/waits-as-long-as-the-api-asks");
  await expect.poll(stdout).toMatch(/^http/);
  const baseURL = stdout().trim();
  for (const session of ["", "/s/first", "/s/second"]) {
    const client = new Patchbay({ apiKey: "sk-or-v1-test", baseURL: baseURL.replace("/api", `${session}/api`) });
    const sent = client.chat.completions.create({
      model: "openai/gpt-5-mini",
      messages: [{ role: "user", content: "" }],
    });
    const { data, attempts } = await sent.withResponse();
    expect([data.choices[0]!.message.content, attempts]).toEqual(["Here.", 3]);
  }
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(stderr()).toBe(
    "patchbay-mock: retries/waits-as-long-as-the-api-asks: A rate-limited call waits as long as the API asks, and sends the same idempotency key again.\n",
  );
});

test("a played stream is the one of the case, byte by byte", async () => {
  const { child, stdout, ended } = startCli("--port", "0", "--case", "stream-failures/no-done-is-truncated");
  await expect.poll(stdout).toMatch(/^http/);
  const client = new Patchbay({ apiKey: "sk-or-v1-test", baseURL: stdout().trim(), maxRetries: 0 });
  const stream = client.chat.completions.stream({
    model: "openai/gpt-5-mini",
    messages: [{ role: "user", content: "" }],
  });
  const error: unknown = await stream.final().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StreamError);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

test("--list-cases prints each case with what an SDK does", async () => {
  const { stdout, ended } = startCli("--list-cases");
  expect(await ended).toBe(0);
  expect(stdout().trim().split("\n")).toEqual(cases.map(({ id, title }) => `${id}: ${title}`));
  expect(cases.length).toBeGreaterThan(5);
});

test.each([
  [
    ["--case", "retries/waits-as-long-as-the-api-ask"],
    'there is no case "retries/waits-as-long-as-the-api-ask". Did you mean `retries/waits-as-long-as-the-api-asks`?',
  ],
  [["--case", "none"], 'there is no case "none". --list-cases prints'],
  [["--case", "none", "--config", "x.yaml"], "--config and --case both set the rules"],
])("%j is refused", async (args, message) => {
  const { stderr, ended } = startCli("--port", "0", ...args);
  expect(await ended).toBe(1);
  expect(stderr()).toContain(message);
});
