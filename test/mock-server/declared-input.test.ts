// The server reads only declared parameters, and no name of a request reaches an inherited member.
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { operations, type OperationInfo } from "@patchbay/spec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { call, chat } from "../support/call.ts";
import { fleet, offer } from "../support/fleet.ts";

const names = [
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__proto__",
  "__defineGetter__",
  "isPrototypeOf",
  "toLocaleString",
] as const;

const post = (server: MockServer, path: string, body: unknown, key?: string) =>
  call(server, `/api/v1${path}`, { body, ...(key && { key }) });

describe("the query string", () => {
  const fields = [
    "stream=true",
    "tools=x",
    "plugins=1",
    "max_tokens=2",
    "max_tokens=abc",
    "provider=x",
    "models=a",
    "response_format=json",
    "reasoning=high",
    "modalities=image",
    "stop=d",
    "session_id=q",
    "service_tier=flex",
    "tool_choice=required",
    "messages=none",
    "api-version=2025-01-01",
    "beta=true",
    "__proto__=x",
    "__proto__[stream]=true",
  ];

  test.each(fields)("POST /chat/completions ignores the undeclared parameter %s", async (query) => {
    const body = chat({ messages: [{ role: "user", content: "a b c d e f g h" }] });
    const plain = await post(createMockServer({ defaultReply: "echo" }), "/chat/completions", body);
    const asked = await post(createMockServer({ defaultReply: "echo" }), `/chat/completions?${query}`, body);
    expect(asked.status).toBe(200);
    expect(asked.headers.get("content-type")).toBe(plain.headers.get("content-type"));
    expect(asked.body.choices).toEqual(plain.body.choices);
    expect(asked.body.usage).toEqual(plain.body.usage);
  });

  test.each(["dimensions=8", "dimensions=1000000000", "encoding_format=base64", "input=x"])(
    "POST /embeddings ignores the undeclared parameter %s",
    async (query) => {
      const server = createMockServer();
      const body = { model: "openai/text-embedding-3-small", input: "cat" };
      const plain = await post(server, "/embeddings", body);
      const asked = await post(server, `/embeddings?${query}`, body);
      expect(asked.body.data).toEqual(plain.body.data);
    },
  );

  test("a query cannot change a key", async () => {
    const server = createMockServer();
    const manager = "sk-or-mgmt-test";
    const made = await post(server, "/keys?limit=5&disabled=true", { name: "a" }, manager);
    expect(made.body.data).toMatchObject({ limit: null, disabled: false });
    const hash = String(made.body.data!.hash);
    const changed = await call(server, `/api/v1/keys/${hash}?limit=-5&name=b&hash=x`, {
      key: manager,
      method: "PATCH",
      body: { include_byok_in_limit: true },
    });
    expect(changed.body.data).toMatchObject({ name: "a", limit: null, include_byok_in_limit: true });
  });

  test("a body field that has the name of a path parameter does not replace it", async () => {
    const server = createMockServer();
    const manager = "sk-or-mgmt-test";
    const [first, second] = [
      await post(server, "/keys", { name: "a" }, manager),
      await post(server, "/keys", { name: "b" }, manager),
    ];
    const changed = await call(server, `/api/v1/keys/${String(first.body.data!.hash)}`, {
      key: manager,
      method: "PATCH",
      body: { hash: second.body.data!.hash, name: "c" },
    });
    expect(changed.body.data).toMatchObject({ hash: first.body.data!.hash, name: "c" });
  });

  test.each(Object.values<OperationInfo>(operations).filter(({ body }) => body))(
    "the contract gives $id no body field with the name of a parameter",
    async ({ path, method, pathParameters = [], queryParameters = {} }) => {
      const { default: document } = await import("@patchbay/mock-server/openapi.json", { with: { type: "json" } });
      const declared = new Set([...pathParameters, ...Object.keys(queryParameters)]);
      const node = (document.paths as Record<string, Record<string, unknown>>)[path]![method.toLowerCase()] as {
        requestBody: { content: Record<string, { schema: { $ref?: string } }> };
      };
      const reference = node.requestBody.content["application/json"]!.schema.$ref!;
      const schemas = document.components.schemas as unknown as Record<string, { properties?: object }>;
      const fields = Object.keys(schemas[reference.split("/").at(-1)!]!.properties ?? {});
      expect(fields.filter((field) => declared.has(field))).toEqual([]);
    },
  );
});

describe("a member called __proto__", () => {
  const spellings = ['"__proto__"', String.raw`"\u005f_proto__"`, String.raw`"__pr\u006Fto__"`];
  const bodies = spellings.flatMap((name) => [
    [`{${name}:{"stream":true},"messages":[]}`, "/__proto__"],
    [`{"provider":{${name}:{"order":5}},"messages":[]}`, "/provider/__proto__"],
    [`{"messages":[{"role":"user","content":[{"type":"text",${name}:1}]}]}`, "/messages/0/content/0/__proto__"],
    [`{"metadata":{"a/b":{${name}:null}},"messages":[]}`, "/metadata/a~1b/__proto__"],
  ]);

  test.each(bodies)("is rejected with its pointer: %s", async (body, pointer) => {
    const { status, body: refused } = await post(createMockServer(), "/chat/completions?a=1", body);
    expect(status).toBe(400);
    expect(refused.error!.metadata!.issues).toEqual([expect.objectContaining({ in: "body", pointer })]);
  });

  test("does not change a key", async () => {
    const server = createMockServer();
    const key = "sk-or-mgmt-test";
    const { body } = await post(server, "/keys", { name: "a" }, key);
    const path = `/api/v1/keys/${String(body.data!.hash)}`;
    const changed = await call(server, path, { key, method: "PATCH", body: '{"__proto__":{"limit":-5}}' });
    expect(changed.status).toBe(400);
    expect((await call(server, path, { key })).body.data).toMatchObject({ limit: null });
  });

  test("may occur in the text of a message", async () => {
    const content = 'What does {"__proto__": 1} mean?';
    const { status } = await post(
      createMockServer(),
      "/chat/completions",
      chat({ messages: [{ role: "user", content }] }),
    );
    expect(status).toBe(200);
  });

  test("never changes a prototype, at any depth", async () => {
    const server = createMockServer({ defaultReply: "echo" });
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...names), async (value, name) => {
        const text = JSON.stringify(chat({ metadata: { MARK: value } })).replace("MARK", name);
        const { status } = await post(server, "/chat/completions?x=1", text);
        expect(status).toBeLessThan(500);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(names)("the inherited name %s", (name) => {
  const quoted = JSON.stringify(name);
  const server = createMockServer();
  const tool = { type: "function", function: { name, description: `uses ${name}`, parameters: { type: "object" } } };
  const chats: readonly (readonly [place: string, more: Record<string, unknown>])[] = [
    ["a tool", { tools: [tool] }],
    ["a tool and its choice", { tools: [tool], tool_choice: { type: "function", function: { name } } }],
    ["a server tool", { tools: [{ type: name }] }],
    ["a model", { model: name }],
    ["a model of an author", { model: `${name}/${name}` }],
    ["a router", { model: `openrouter/${name}` }],
    ["a variant", { model: `openai/gpt-4o-mini:${name}` }],
    ["a fallback model", { models: [name] }],
    ["a provider", { provider: { order: [name], only: [name], ignore: [name] } }],
    ["an order of providers", { provider: { sort: name } }],
    ["a sort object", { provider: { sort: { by: name, partition: name } } }],
    ["a maximum price", { provider: { max_price: { [name === "__proto__" ? "prompt" : name]: 1 } } }],
    ["a quantization", { provider: { quantizations: [name] } }],
    ["a plugin", { plugins: [{ id: name }] }],
    ["the tier of a router", { model: "openrouter/auto", plugins: [{ id: "auto-router", cost_tier: name }] }],
    ["an engine of files", { plugins: [{ id: "file-parser", pdf: { engine: name } }] }],
    ["an engine of the web", { plugins: [{ id: "web", engine: name, mode: name }] }],
    ["a service tier", { service_tier: name }],
    ["a verbosity", { verbosity: name }],
    ["a reasoning effort", { reasoning: { effort: name } }],
    ["a response format", { response_format: { type: name } }],
    ["a role", { messages: [{ role: name, content: "x" }] }],
    ["a type of part", { messages: [{ role: "user", content: [{ type: name }] }] }],
    ["a session", { session_id: name }],
    ["a stop text", { stop: name }],
    ["a stop condition", { stop_server_tools_when: [{ type: name }], tools: [{ type: "openrouter:datetime" }] }],
    [
      "a time zone",
      { tools: [{ type: "openrouter:datetime", parameters: { timezone: name } }], tool_choice: "required" },
    ],
    ["a route", { route: name }],
    ["an unknown field", name === "__proto__" ? {} : { [name]: 1 }],
  ];

  test.each(chats)("is answered without a 500 as %s", async (_, more) => {
    const { status, body } = await post(server, "/chat/completions", chat(more));
    expect(status).toBeLessThan(500);
    if (status >= 400) expect(body.error).toMatchObject({ code: status, message: expect.any(String) as string });
  });

  test.each(["format", "type", "$ref", "$dynamicRef", "$id", "$anchor"])(
    "is answered without a 500 as the %s of a schema",
    async (word) => {
      const property = `{${JSON.stringify(word)}:${quoted}}`;
      for (const schema of [
        property,
        `{"type":"object","properties":{"a":{"type":"string","${word}":${quoted}}},"required":["a"]}`,
      ]) {
        const format = { type: "json_schema", json_schema: { name: "x", schema: JSON.parse(schema) as unknown } };
        const { status } = await post(server, "/chat/completions", chat({ response_format: format }));
        expect(status).toBeLessThan(500);
      }
    },
  );

  test.each([`#/${name}`, `#/$defs/${name}`, `#/properties/${name}/${name}`, "#/%", name])(
    "is answered without a 500 in the $ref %s",
    async ($ref) => {
      const format = { type: "json_schema", json_schema: { name: "x", schema: { $ref } } };
      const { status } = await post(server, "/chat/completions", chat({ response_format: format }));
      expect(status).toBeLessThan(500);
    },
  );

  test("is a query parameter that GET /models ignores", async () => {
    const plain = await call(server, "/api/v1/models");
    const asked = await call(server, `/api/v1/models?${name}=x&${name}=y`);
    expect(asked.body.data!.length).toEqual(plain.body.data!.length);
  });

  test.each(["sort", "supported_parameters", "output_modalities", "providers", "region", "arch", "limit", "zdr"])(
    "is answered without a 500 as the value of the filter %s",
    async (filter) => {
      expect((await call(server, `/api/v1/models?${filter}=${name}`)).status).toBeLessThan(500);
    },
  );

  test.each([
    "/api/v1/NAME",
    "/api/v1/model/NAME/NAME",
    "/api/v1/models/NAME/NAME/endpoints",
    "/api/v1/keys/NAME",
    "/api/v1/generation?id=NAME",
    "/_patchbay/NAME",
    "/s/NAME/health",
    "/s/NAME/api/v1/models/count",
  ])("is answered without a 500 in the path %s", async (path) => {
    for (const key of ["sk-or-v1-test", "sk-or-mgmt-test"])
      expect((await call(server, path.replaceAll("NAME", name), { key })).status).toBeLessThan(500);
  });

  test("is answered without a 500 as the encoding, the type and the model of an embedding", async () => {
    for (const more of [
      { encoding_format: name },
      { input_type: name },
      { model: name },
      { input: [{ content: [{ type: name }] }] },
    ]) {
      const body = { model: "openai/text-embedding-3-small", input: "x", ...more };
      expect((await post(server, "/embeddings", body)).status).toBeLessThan(500);
    }
  });

  test("is answered without a 500 as a header, a key and the value of a header", async () => {
    const headers = { [name]: "x", "x-session-id": name, "x-openrouter-cache": "true", "x-openrouter-cache-ttl": name };
    const answered = await call(server, "/api/v1/chat/completions", { body: chat(), headers, key: name });
    expect(answered.status).toBeLessThan(500);
  });

  test("is rejected by the control API as an unknown name", async () => {
    for (const [path, body] of [
      ["/providers", `{${quoted}:"down"}`],
      ["/rules", `{"match":{${quoted}:"x"},"reply":"a"}`],
      ["/rules", `{${quoted}:1,"reply":"a"}`],
      ["/rules", `{"reply":{${quoted}:1}}`],
      ["/rules", `{"reply":{"fault":{"kind":${quoted}}}}`],
      ["/reset", `{${quoted}:1}`],
      ["/reset", `{"providers":{${quoted}:"down"}}`],
      ["/restore", `{"id":${quoted}}`],
    ] as const) {
      const { status } = await call(server, `/_patchbay${path}`, { body });
      expect([path, body, status]).toEqual([path, body, 400]);
    }
  });

  test("is answered without a 500 where the catalog uses it as tokenizer, provider, modality and tag", async () => {
    const catalog = fleet([{ ...offer("alpha", 1), provider: name, tag: name, quantization: name }]);
    const architecture = {
      modality: name,
      input_modalities: ["text"],
      output_modalities: ["text"],
      tokenizer: name as "Other",
    };
    const models = catalog.models.map((model) => ({ ...model, architecture }));
    const own = createMockServer({ catalog: { ...catalog, models, aliases: {} } });
    expect((await post(own, "/chat/completions", chat({ model: "acme/one" }))).status).toBe(200);
    expect((await call(own, "/metrics")).status).toBeLessThan(500);
  });
});

describe("the parameters of a server tool", () => {
  const types = [
    "openrouter:web_search",
    "openrouter:web_fetch",
    "openrouter:datetime",
    "web_search",
    "web_search_preview",
  ];
  const fields = ["max_results", "engine", "mode", "allowed_domains", "excluded_domains", "max_characters", "timezone"];
  const values = ["abc", 5, -1, 1e308, 0.5, null, {}, [], [null], "constructor", true];

  test.each(types.flatMap((type) => fields.map((field) => [type, field] as const)))(
    "%s with any value of %s never return 500",
    async (type, field) => {
      const name = type.replace("openrouter:", "");
      const call = { name, arguments: { query: "weather", url: "https://example.com/" } };
      for (const value of values)
        for (const tool of [
          { type, [field]: value },
          { type, parameters: { [field]: value } },
        ]) {
          const server = createMockServer({ script: [{ toolCalls: [call] }], defaultReply: "echo" });
          const { status } = await post(server, "/chat/completions", chat({ tools: [tool] }));
          expect([200, 400]).toContain(status);
        }
    },
  );
});
