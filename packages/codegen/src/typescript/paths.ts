import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Contract } from "../contract/read.ts";
import type { Files } from "../files.ts";
import { allowUndefined, sentSchemas } from "./optional.ts";
import { asEnums, tagsOf, withClosedTags } from "./prepare.ts";

/**
 * `paths`, `operations` and an independent view of the schemas, printed by openapi-typescript. The operations name the
 * types of the other printer; a type test holds the two views of every schema against each other.
 */
export async function emitPaths(contract: Contract): Promise<Files> {
  const { document, topics } = contract;
  const sent = sentSchemas(contract.document);
  const tags = tagsOf(document);
  const nodes = await openapiTS(JSON.stringify(asEnums(withClosedTags(document))), {
    defaultNonNullable: false,
    postTransform: (type, { path = "" }) =>
      tags.has(path.replace("#/components/schemas/", "")) ? undefined : openEnum(type),
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
    .filter((name) => topics.has(name))
    .toSorted()
    .join(", ");
  return {
    "components.ts": components.replaceAll(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, ""),
    "paths.ts": `import type { components } from "./components.ts";\nimport type { ${names} } from "./types/index.ts";\n\n${operations}`,
  };
}

/** An enum comes as a union of literals; it is open, with the known values for autocompletion. */
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

/** openapi-typescript prints a string literal as an identifier that holds the quotes too. */
function isString(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text.startsWith('"');
}

function isNull(node: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;
}
