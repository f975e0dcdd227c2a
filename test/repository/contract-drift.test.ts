// The report of scripts/contract-drift.ts: what an official SDK has and the contract lacks.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { pathsOfContract, pathsOfSdk } from "../../scripts/contract-drift/paths.ts";
import { readPython, readTypeScript } from "../../scripts/contract-drift/read-sdk.ts";

const typescript = `
import * as z from "zod/v4";
export const Tier = {
    Auto: "auto",
    Fast: "fast",
};
/** @internal */
export const Tier$outboundSchema = openEnums.outboundSchema(Tier);
/** @internal */
export const Plugin$outboundSchema = z.object({
    id: z.literal("web"),
    maxResults: z.int().optional(),
}).transform((v) => {
    return remap$(v, {
        maxResults: "max_results",
    });
});
/** @internal */
export const Request$outboundSchema = z
    .object({
    model: z.string(),
    plugins: z.array(z.union([
        Plugin$outboundSchema,
        z.lazy(() => Request$outboundSchema),
    ])).optional(),
    serviceTier: z.nullable(Tier$outboundSchema).optional(),
    additionalProperties: z.record(z.string(), z.any()).optional(),
}).transform((v) => {
    return remap$(v, {
        serviceTier: "service_tier",
    });
});
`;

const python = `
Tier = Union[
    Literal[
        "auto",
        "fast",
    ],
    UnrecognizedStr,
]


class PluginTypedDict(TypedDict):
    id: str
    ignored: int


class Plugin(BaseModel):
    r"""A plugin. id: not a field"""

    id: Literal["web"]

    max_results: Optional[int] = None
    r"""Number of results."""

    @model_serializer(mode="wrap")
    def serialize_model(self, handler):
        return {}


class Request(BaseModel):
    model_: Annotated[str, pydantic.Field(alias="model")]

    plugins: Optional[List[Union[Plugin, Request]]] = None

    service_tier: OptionalNullable[Tier] = UNSET
`;

const expected = {
  model: [],
  plugins: [],
  "plugins.id": ["web"],
  "plugins.max_results": [],
  service_tier: ["auto", "fast"],
};

test.each([
  ["TypeScript", readTypeScript(typescript), "Request$outboundSchema"],
  ["Python", readPython(python), "Request"],
] as const)("the types of the %s SDK become paths with wire names and values", (_, definitions, root) => {
  const paths = pathsOfSdk(definitions, root);
  expect(Object.fromEntries([...paths].map(([path, values]) => [path, [...values]]))).toEqual(expected);
});

test("a schema of the contract becomes paths, with `*` for a map and every member of a union", () => {
  const document = {
    paths: { "/list": { get: { operationId: "list", parameters: [{ $ref: "#/components/parameters/Sort" }] } } },
    components: {
      parameters: { Sort: { name: "sort", in: "query", schema: { type: "string", enum: ["newest"] } } },
      schemas: {
        Request: {
          properties: {
            plugins: {
              items: { oneOf: [{ $ref: "#/components/schemas/Web" }, { $ref: "#/components/schemas/Request" }] },
            },
            options: { type: "object", additionalProperties: { type: "string" } },
          },
        },
        Web: { properties: { id: { const: "web" } } },
      },
    },
  };
  const of = (part: string): unknown =>
    Object.fromEntries([...(pathsOfContract(document, part) ?? [])].map(([path, values]) => [path, [...values]]));
  expect(of("Request")).toEqual({ plugins: [], "plugins.id": ["web"], options: [], "options.*": [] });
  expect(of("query of list")).toEqual({ sort: ["newest"] });
  expect(pathsOfContract(document, "Unknown")).toBeUndefined();
});

test("the report compares the installed SDK with the contract", () => {
  const report = execFileSync(process.execPath, ["scripts/contract-drift.ts"], { encoding: "utf8" });
  expect(report).toMatch(/^@openrouter\/sdk \d+\.\d+\.\d+, \d{4} types\n/);
  expect(report).toContain("\nChatRequest → ChatCompletionRequest: equal\n");
  expect(report).toContain("\nMessagesRequest → MessagesRequest: ");
  expect(report).toContain("\nActivityItem → ActivityItem: equal");
});
