import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Files } from "../output/files.ts";
import type { ApiModel } from "../model/model.ts";
import { allowUndefined } from "./optional.ts";
import { asEnums, withClosedDiscriminators, withOpenUnions, withUnits, withUnknownTags } from "./prepare.ts";
import { listDiscriminators, listRequestSchemas, listUnclosedMembers } from "./queries.ts";

/**
 * `paths`, `operations` and a second version of the schemas, printed by openapi-typescript. The operations refer to the
 * types of the other emitter. A type test compares the two versions of every schema.
 */
export async function emitPaths(model: ApiModel): Promise<Files> {
  const sent = listRequestSchemas(model);
  const discriminators = listDiscriminators(model);
  const document = asEnums(
    withOpenUnions(
      withClosedDiscriminators(withUnits(model.documents.bundled), discriminators),
      listUnclosedMembers(model),
    ),
  );
  const schemas = new Set(model.schemas.map(({ name }) => name));
  const nodes = await openapiTS(JSON.stringify(document), {
    defaultNonNullable: false,
    postTransform: (type, { path = "" }) =>
      discriminators.has(path.replace("#/components/schemas/", "")) ? undefined : openEnum(type),
  });
  const isComponents = (node: ts.Node): boolean => ts.isInterfaceDeclaration(node) && node.name.text === "components";
  const components = allowUndefined(astToString(nodes.filter(isComponents)), ([, , name]) => sent.has(name!));
  const rest = allowUndefined(
    astToString(
      nodes.filter((node) => !isComponents(node) && !(ts.isTypeAliasDeclaration(node) && node.name.text === "$defs")),
    ),
    (around) => around.includes("parameters") && !around.includes("responses"),
  );
  const used = new Set<string>();
  const operations = rest.replace(/components\["schemas"\]\["(\w+)"\]/g, (_, name: string) => (used.add(name), name));
  const names = [...used]
    .filter((name) => schemas.has(name))
    .toSorted()
    .join(", ");
  return {
    "components.ts":
      `import type { UnknownTag } from "./types/index.ts";\n\n${withUnknownTags(components, () => "UnknownTag")}`.replaceAll(
        /^\s*\/\*\*[\s\S]*?\*\/\n/gm,
        "",
      ),
    "paths.ts": `import type { components } from "./components.ts";\nimport type { ${names} } from "./types/index.ts";\n\n${operations}`,
  };
}

/** Opens an enum, which is a union of literals: any other value is accepted, and the known ones complete in an editor. */
function openEnum(type: ts.TypeNode): ts.TypeNode | undefined {
  if (!ts.isUnionTypeNode(type)) return undefined;
  const values = type.types.filter((member) => !isNull(member));
  // A constant, with or without null, has one value.
  if (values.length < 2 || !values.every((member) => isString(member) || ts.isLiteralTypeNode(member)))
    return undefined;
  const base = values.some(isString) ? ts.SyntaxKind.StringKeyword : ts.SyntaxKind.NumberKeyword;
  const open = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(base),
    ts.factory.createTypeLiteralNode([]),
  ]);
  return ts.factory.createUnionTypeNode([...type.types, open]);
}

/** openapi-typescript prints a string literal as an identifier that includes the quotes. */
function isString(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text.startsWith('"');
}

function isNull(node: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;
}
