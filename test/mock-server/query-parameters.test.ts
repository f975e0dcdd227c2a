import { operations, type OperationInfo } from "@patchbay/spec";
import { createMockServer } from "@patchbay/mock-server";
import { expect, test } from "vitest";

const server = createMockServer();

async function get(
  path: string,
  key = "sk-or-v1-query",
  method = "GET",
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await server.fetch(`http://localhost/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const parameters = Object.values<OperationInfo>(operations).flatMap(
  ({ id, method, path, auth, queryParameters = {} }) =>
    Object.entries(queryParameters).map(([name, type]) => ({ id, method, path, auth, name, type })),
);
const scalars = parameters.filter(({ type }) => type !== "list");
const lists = parameters.filter(({ type }) => type === "list");

test("the contract has single and repeatable query parameters", () => {
  expect(scalars.length).toBeGreaterThan(10);
  expect(lists.length).toBeGreaterThan(4);
});

test.each(scalars)("$id rejects a repeated parameter $name", async ({ method, path, auth, name }) => {
  const key = `sk-or-${auth === "management" ? "mgmt" : "v1"}-query`;
  const { status, body } = await get(`${path}?${name}=1&${name}=1`, key, method);
  expect(status).toBe(400);
  const error = body.error as Record<string, unknown>;
  // The error body of Messages has the metadata next to the error.
  expect(error.metadata ?? body.metadata).toMatchObject({ issues: [{ in: "query", pointer: `/${name}` }] });
});

test.each(["0x10", "0b1", "1_0", "+1", " 1", "1 ", "01", "1.", ".5", "Infinity", "1e400", "١", "true", ""])(
  "%j is not a number",
  async (text) => {
    for (const path of ["/models?limit=", "/keys?offset="]) {
      const { status } = await get(path + encodeURIComponent(text), "sk-or-mgmt-query");
      expect(status).toBe(400);
    }
  },
);

test.each(lists)("$id reads a repeated $name like a comma-separated list", async ({ path, name }) => {
  const values = ["text", "image"];
  const repeated = await get(`${path}?${values.map((value) => `${name}=${value}`).join("&")}`);
  expect(repeated.status).toBe(200);
  const { links: _, ...body } = repeated.body;
  const { links: __, ...joined } = (await get(`${path}?${name}=${values.join(",")}`)).body;
  expect(body).toEqual(joined);
});

test("a repeated list parameter filters by each of its values", async () => {
  const count = async (query: string): Promise<unknown> => (await get(`/models?${query}`)).body.total_count;
  const tools = await count("supported_parameters=tools");
  const both = await count("supported_parameters=tools&supported_parameters=seed");
  expect(both).toBe(await count("supported_parameters=tools,seed"));
  expect(both).toBeLessThan(tools as number);
});

test("a repeated unknown parameter is ignored", async () => {
  expect((await get("/models?utm=1&utm=2")).status).toBe(200);
});
