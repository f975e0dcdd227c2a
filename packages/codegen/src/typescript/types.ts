import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type UserConfig } from "@hey-api/openapi-ts";
import ts from "typescript";
import type { Files } from "../output/files.ts";
import type { ApiModel } from "../model/model.ts";
import { allowUndefined } from "./optional.ts";
import {
  asEnums,
  componentsOnly,
  withClosedDiscriminators,
  withOpenUnions,
  withUnits,
  withUnknownTags,
} from "./prepare.ts";
import { emitPriceName } from "./prices.ts";
import { listDiscriminators, listRequestSchemas, listUnclosedMembers } from "./queries.ts";

type Resolvers<Name extends string> =
  Extract<NonNullable<UserConfig["plugins"]>[number], { name: Name }> extends { $resolvers?: infer R }
    ? NonNullable<R>
    : never;

/** Opens enums: any other value is accepted, and the known ones complete in an editor. */
const openTypes: Resolvers<"@hey-api/typescript"> = {
  enum(ctx) {
    const { enumMembers, isNullable } = ctx.nodes.items(ctx);
    const base = ctx.schema.items?.[0]?.type === "string" ? "string" : "number";
    const open = ctx.$.type.and(base, ctx.$.type.object());
    return ctx.$.type.or(...enumMembers, open, ...(isNullable ? [ctx.$.type.literal(null)] : []));
  },
};

/** Objects preserve unknown fields, and enums accept unknown values. */
const looseSchemas: Resolvers<"zod"> = {
  object(ctx) {
    if (ctx.nodes.additionalProperties(ctx) !== undefined) return undefined;
    const shape = ctx.nodes.shape(ctx);
    ctx.nodes.base = () => ctx.$(ctx.symbols.z).attr("looseObject").call(shape);
    return undefined;
  },
  enum(ctx) {
    const { enumMembers, literalSchemas } = ctx.nodes.items(ctx);
    const z = (): ReturnType<typeof ctx.$> => ctx.$(ctx.symbols.z);
    const rest = z()
      .attr(enumMembers.length === literalSchemas.length ? "string" : "number")
      .call();
    const known =
      enumMembers.length === literalSchemas.length
        ? [
            z()
              .attr("enum")
              .call(ctx.$.array(...enumMembers)),
          ]
        : literalSchemas;
    return z()
      .attr("union")
      .call(ctx.$.array(...known, rest));
  },
};

/** Named types and zod schemas, printed by @hey-api/openapi-ts. */
export async function emitTypes(model: ApiModel): Promise<Files> {
  const folder = mkdtempSync(join(tmpdir(), "patchbay-types-"));
  const components = withUnits(componentsOnly(model.documents.bundled));
  const closed = withClosedDiscriminators(components, listDiscriminators(model));
  try {
    await createClient({
      input: asEnums(withOpenUnions(closed, listUnclosedMembers(model))) as unknown as string,
      output: { path: folder, module: { extension: ".ts" }, header: [], entryFile: false },
      logs: { level: "silent", file: false },
      parser: { transforms: { readWrite: false } },
      plugins: [
        { name: "@hey-api/typescript", $resolvers: openTypes },
        { name: "zod", $resolvers: looseSchemas, comments: false, dates: { offset: true } },
      ],
    });
    const read = (name: string): string => readFileSync(join(folder, name), "utf8");
    const sent = listRequestSchemas(model);
    const printed = withUnknownTags(read("types.gen.ts"), () => "UnknownTag");
    const types = withModelIds(allowUndefined(printed, ([name]) => sent.has(name!)));
    const topics = model.schemas.map(({ name, topic }) => [name, topic] as const);
    const files = splitByTopic(types, new Map([...topics, ["ModelId", "model-ids"], ["UnknownTag", "unknown-tag"]]));
    return {
      ...files,
      "schema-map.ts": `${files["schema-map.ts"]}\n${emitSentBack(model)}`,
      "types/index.ts": `${files["types/index.ts"]}export type { ModelId } from "./model-ids.ts";\nexport type { PriceName } from "./price-name.ts";\nexport type { UnknownTag } from "./unknown-tag.ts";\n`,
      "types/model-ids.ts": emitModelIds(model),
      "types/price-name.ts": emitPriceName(model),
      "types/unknown-tag.ts": unknownTag,
      "schemas.ts": withUnknownTags(read("zod.gen.ts"), printTagCheck, ["z.literal(", ")"]),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tag of an open member differs from the tags of the other members, which would be mistakes in those members. */
function printTagCheck(values: readonly string[]): string {
  return `z.string().refine((tag) => !${JSON.stringify(values)}.includes(tag))`;
}

/** A branded template literal: TypeScript excludes the member from comparisons with the known tags. */
const unknownTag = `declare const unknown: unique symbol;

/**
 * The tag of a union member that this version does not know. A comparison with a known tag excludes such members, so that
 * \`item.type === "message"\` selects one type. To create one, write \`"new_tag" as UnknownTag\`; to read it, use it as a string.
 */
export type UnknownTag = \`\${string & { readonly [unknown]: true }}\`;
`;

/** The known model ids, for completion in editors. Any other id is accepted. */
function emitModelIds({ modelIds }: ApiModel): string {
  const lines = modelIds.map((id) => `  | ${JSON.stringify(id)}`);
  return `/** The id of a model. The known ids complete in an editor, and any other id is accepted. */\nexport type ModelId =\n${lines.join("\n")}\n  | (string & {});\n`;
}

/** The schemas of responses that can be sent back, with the schema that requests accept them as. */
function emitSentBack({ schemas }: ApiModel): string {
  const lines = schemas.flatMap(({ name, sentBackAs }) =>
    sentBackAs === undefined ? [] : [`  ${name}: ${JSON.stringify(sentBackAs)};`],
  );
  return `/** Schema of responses → the schema of requests that accepts its values (\`x-sent-back-as\`). */\nexport interface SentBackAs {\n${lines.join("\n")}\n}\n`;
}

/** Gives the models of these requests the type `ModelId`. */
function withModelIds(text: string): string {
  return ["ChatCompletionRequest", "ResponsesRequest", "MessagesRequest"].reduce(withModelId, text);
}

function withModelId(text: string, request: string): string {
  const start = text.indexOf(`export type ${request} = {`);
  const end = text.indexOf("\n};", start);
  const before = text.slice(start, end);
  const typed = before
    .replace(/(\n {4}model\??: )string\b/, "$1ModelId")
    .replace(/(\n {4}models\?: Array<)string>/, "$1ModelId>");
  if (start < 0 || typed.split("ModelId").length !== 3)
    throw new Error(`${request} must have \`model\` as a string and \`models\` as an array of strings.`);
  return text.slice(0, start) + typed + text.slice(end);
}

/** Splits the types into one file per topic, as in openapi/schemas. */
function splitByTopic(text: string, topics: ReadonlyMap<string, string>): Files {
  const file = ts.createSourceFile("types.ts", text, ts.ScriptTarget.Latest, true);
  const statements = file.statements.filter(ts.isTypeAliasDeclaration).filter(({ name }) => topics.has(name.text));
  const byTopic = Map.groupBy(statements, ({ name }) => topics.get(name.text)!);
  const files: Record<string, string> = {};
  for (const [topic, members] of byTopic) {
    const imports = Map.groupBy(new Set(members.flatMap((member) => namesUsed(member, topics))), (name) =>
      topics.get(name)!,
    );
    imports.delete(topic);
    const head = [...imports]
      .toSorted()
      .map(([from, names]) => `import type { ${names.toSorted().join(", ")} } from "./${from}.ts";`);
    files[`types/${topic}.ts`] =
      `${head.join("\n")}\n\n${members.map((member) => member.getFullText().trim()).join("\n\n")}\n`;
  }
  const exports = [...byTopic].toSorted().map(
    ([topic, members]) =>
      `export type { ${members
        .map(({ name }) => name.text)
        .toSorted()
        .join(", ")} } from "./${topic}.ts";`,
  );
  const names = statements.map(({ name }) => name.text).toSorted();
  const map = `import type { ${names.join(", ")} } from "./types/index.ts";\n\n/** Every schema of the contract by its name. */\nexport interface Schemas {\n${names.map((name) => `${name}: ${name};`).join("\n")}\n}\n`;
  return { ...files, "types/index.ts": `${exports.join("\n")}\n`, "schema-map.ts": map };
}

function namesUsed(node: ts.Node, known: ReadonlyMap<string, string>): string[] {
  const names: string[] = [];
  const visit = (at: ts.Node): void => {
    if (ts.isTypeReferenceNode(at) && ts.isIdentifier(at.typeName) && known.has(at.typeName.text))
      names.push(at.typeName.text);
    ts.forEachChild(at, visit);
  };
  visit(node);
  return names;
}
