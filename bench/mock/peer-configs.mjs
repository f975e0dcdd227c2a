// The configuration files of servers that reply with a fixed text, and of ours.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, events, text } from "./payload.mjs";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const json = JSON.stringify(answer);
const stream = [...events.map((event) => JSON.stringify(event)), "[DONE]"].map((data) => `data: ${data}\n\n`).join("");

function write(name, content) {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** The scenario of ours: every chat gets the same text. */
export const scenario = write("scenario.json", { credits: 1_000_000, rules: [{ reply: text }] });

/** The fixtures of aimock. */
export const fixtures = write("fixtures.json", {
  fixtures: [{ match: { userMessage: "count" }, response: { content: text } }],
});

const mockoonReply = (uuid, type, body, more) => ({
  uuid,
  body,
  latency: 0,
  statusCode: 200,
  headers: [{ key: "Content-Type", value: type }],
  bodyType: "INLINE",
  rules: [],
  rulesOperator: "AND",
  disableTemplating: true,
  fallbackTo404: false,
  default: false,
  ...more,
});

const mockoonRoute = {
  uuid: "22222222-2222-4222-8222-222222222222",
  type: "http",
  documentation: "",
  method: "post",
  endpoint: "chat/completions",
  responseMode: null,
  streamingMode: null,
  streamingInterval: 0,
  responses: [
    mockoonReply("33333333-3333-4333-8333-333333333333", "application/json", json, { default: true }),
    mockoonReply("44444444-4444-4444-8444-444444444444", "text/event-stream", stream, {
      rules: [{ target: "body", modifier: "stream", value: "true", invert: false, operator: "equals" }],
    }),
  ],
};

/** The environment of mockoon. */
export const mockoon = write("mockoon.json", {
  uuid: "11111111-1111-4111-8111-111111111111",
  lastMigration: 33,
  name: "bench",
  port: 3000,
  hostname: "127.0.0.1",
  endpointPrefix: "",
  latency: 0,
  folders: [],
  routes: [mockoonRoute],
  rootChildren: [{ type: "route", uuid: mockoonRoute.uuid }],
  proxyMode: false,
  tlsOptions: { enabled: false },
  cors: false,
  headers: [],
  data: [],
  callbacks: [],
});

const mapping = (priority, type, body, bodyPatterns = []) => ({
  priority,
  request: { method: "POST", urlPath: "/chat/completions", ...(bodyPatterns.length > 0 && { bodyPatterns }) },
  response: { status: 200, headers: { "Content-Type": type }, body },
});

mkdirSync(join(folder, "wiremock/mappings"), { recursive: true });
write("wiremock/mappings/chat.json", {
  mappings: [
    mapping(5, "application/json", json),
    mapping(1, "text/event-stream", stream, [{ matchesJsonPath: "$[?(@.stream == true)]" }]),
  ],
});

/** The root folder of wiremock. */
export const wiremock = join(folder, "wiremock");
