import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Contract } from "./contract.ts";
import type { Files } from "./files.ts";
import { asEnums } from "./prepare.ts";

/**
 * `paths`, `operations` and an independent view of the schemas, printed by openapi-typescript. The operations name the
 * types of the other printer; a type test holds the two views of every schema against each other.
 */
export async function emitPaths({ document, topics }: Contract): Promise<Files> {
  const nodes = await openapiTS(JSON.stringify(asEnums(document)), {
    defaultNonNullable: false,
    transform(schema) {
      const values: unknown = "enum" in schema ? schema.enum : undefined;
      return Array.isArray(values) && values.length > 0 ? openEnum(values as (string | number | null)[]) : undefined;
    },
  });
  const isComponents = (node: ts.Node): boolean => ts.isInterfaceDeclaration(node) && node.name.text === "components";
  const components = astToString(nodes.filter(isComponents));
  const rest = astToString(nodes.filter((node) => !isComponents(node) && !(ts.isTypeAliasDeclaration(node) && node.name.text === "$defs")));
  const used = new Set<string>();
  const operations = rest.replace(/components\["schemas"\]\["(\w+)"\]/g, (_, name: string) => (used.add(name), name));
  const names = [...used].filter((name) => topics.has(name)).toSorted().join(", ");
  return {
    "components.ts": components.replaceAll(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, ""),
    "paths.ts": `import type { components } from "./components.ts";\nimport type { ${names} } from "./types/index.ts";\n\n${operations}`,
  };
}

function openEnum(values: readonly (string | number | null)[]): ts.TypeNode {
  const { factory } = ts;
  const known = values.filter((value) => value !== null);
  const base = typeof known[0] === "string" ? ts.SyntaxKind.StringKeyword : ts.SyntaxKind.NumberKeyword;
  return factory.createUnionTypeNode([
    ...known.map((value) => factory.createLiteralTypeNode(literal(value))),
    factory.createIntersectionTypeNode([factory.createKeywordTypeNode(base), factory.createTypeLiteralNode([])]),
    ...(values.includes(null) ? [factory.createLiteralTypeNode(factory.createNull())] : []),
  ]);
}

function literal(value: string | number): ts.StringLiteral | ts.NumericLiteral | ts.PrefixUnaryExpression {
  const { factory } = ts;
  if (typeof value === "string") return factory.createStringLiteral(value);
  const digits = factory.createNumericLiteral(Math.abs(value));
  return value < 0 ? factory.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, digits) : digits;
}
