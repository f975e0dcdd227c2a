import ts from "typescript";

/**
 * Adds `| undefined` to every optional property of a request, so that `{ temperature: maybe }` compiles under
 * `exactOptionalPropertyTypes`; JSON omits such a property. `isInRequest` receives the names of the declarations and
 * properties around a property, from the outermost one. Responses stay exact.
 */
export function allowUndefined(text: string, isInRequest: (around: readonly string[]) => boolean): string {
  const file = ts.createSourceFile("types.ts", text, ts.ScriptTarget.Latest, true);
  const ends: number[] = [];
  const visit = (node: ts.Node, around: readonly string[]): void => {
    const name = nameOf(node, file);
    const inside = name === undefined ? around : [...around, name];
    ts.forEachChild(node, (child) => visit(child, inside));
    if (ts.isPropertySignature(node) && node.questionToken && node.type && !isEmpty(node.type) && isInRequest(around))
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
