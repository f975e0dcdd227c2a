import ts from "typescript";
import { isObject, type Json, type JsonObject } from "../contract/source.ts";

/**
 * Lets every optional property of what is sent be undefined, so that `{ temperature: maybe }` compiles under
 * `exactOptionalPropertyTypes`: JSON leaves such a property out. `isSent` is asked with the names of the declarations and
 * properties around a property, from the outermost one. Responses stay exact.
 */
export function allowUndefined(text: string, isSent: (around: readonly string[]) => boolean): string {
  const file = ts.createSourceFile("types.ts", text, ts.ScriptTarget.Latest, true);
  const ends: number[] = [];
  const visit = (node: ts.Node, around: readonly string[]): void => {
    const name = nameOf(node, file);
    const inside = name === undefined ? around : [...around, name];
    ts.forEachChild(node, (child) => visit(child, inside));
    if (ts.isPropertySignature(node) && node.questionToken && node.type && !isEmpty(node.type) && isSent(around))
      ends.push(node.type.end);
  };
  visit(file, []);
  return ends
    .toSorted((a, b) => b - a)
    .reduce((whole, end) => `${whole.slice(0, end)} | undefined${whole.slice(end)}`, text);
}

function nameOf(node: ts.Node, file: ts.SourceFile): string | undefined {
  const isNamed = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isPropertySignature(node);
  return isNamed ? node.name.getText(file) : undefined;
}

function isEmpty({ kind }: ts.TypeNode): boolean {
  return kind === ts.SyntaxKind.NeverKeyword || kind === ts.SyntaxKind.UnknownKeyword;
}

/** The names of the schemas that travel in requests. */
export function sentSchemas(document: JsonObject): ReadonlySet<string> {
  const schemas = (document.components as { schemas: Record<string, Json> }).schemas;
  const sent = new Set<string>();
  const reach = (value: Json | undefined): void => {
    if (Array.isArray(value)) return value.forEach(reach);
    if (!isObject(value)) return;
    const name = typeof value.$ref === "string" ? value.$ref.split("/").at(-1)! : undefined;
    if (name !== undefined && name in schemas && !sent.has(name)) {
      sent.add(name);
      reach(schemas[name]);
    }
    Object.values(value).forEach(reach);
  };
  for (const item of Object.values(document.paths as JsonObject))
    for (const operation of Object.values(item as JsonObject))
      if (isObject(operation)) [operation.requestBody, operation.parameters].forEach(reach);
  return sent;
}
