import type { YamlNode } from "./yaml/document.ts";
import { didYouMean } from "./yaml/nearest-name.ts";
import type { Path } from "./yaml/problem.ts";
import { quote, type ReadContext } from "./yaml/reader.ts";

type Report = ReadContext["report"];

/**
 * Reports names that do not exist and names that are used twice. It reads the document rather than the configuration, so that
 * a mistake elsewhere does not hide these.
 */
export function checkReferences(root: YamlNode, report: Report): void {
  const providers = namesOf(child(root, "providers"));
  const modelIds = itemsOf(child(root, "models")).map((model) => textOf(child(model, "id")));
  const accounts = ["default", ...namesOf(child(root, "accounts"))];
  checkUnique(modelIds, (index) => ["models", index, "id"], "model id", report);
  for (const [index, model] of itemsOf(child(root, "models")).entries())
    checkEndpoints(child(model, "endpoints"), ["models", index, "endpoints"], providers, report);
  checkAliases(child(root, "aliases"), present(modelIds), report);
  checkKeys(child(root, "keys"), { providers, accounts, models: present(modelIds) }, report);
}

function checkEndpoints(
  endpoints: YamlNode | undefined,
  path: Path,
  providers: readonly string[],
  report: Report,
): void {
  const items = itemsOf(endpoints);
  const tags = items.map((endpoint) => textOf(child(endpoint, "tag")) ?? textOf(child(endpoint, "provider")));
  for (const [index, endpoint] of items.entries())
    checkName(textOf(child(endpoint, "provider")), providers, [...path, index, "provider"], "provider", report);
  for (const [index, tag] of tags.entries()) {
    if (tag === undefined || tags.indexOf(tag) === index) continue;
    const hasTag = child(items[index], "tag") !== undefined;
    const advice = hasTag ? "Use another one." : `Write \`tag\`, such as ${tag}/2.`;
    report(
      [...path, index, hasTag ? "tag" : "provider"],
      `the tag ${quote(tag)} is used twice in this model. ${advice}`,
    );
  }
}

function checkAliases(aliases: YamlNode | undefined, models: readonly string[], report: Report): void {
  if (aliases?.type !== "map") return;
  for (const [name, { value }] of aliases.entries) {
    if (models.includes(name))
      report(["aliases", name], `${quote(name)} is the id of a model. Use another name.`, { atKey: true });
    checkName(textOf(value), models, ["aliases", name], "model", report);
  }
}

interface KnownNames {
  readonly providers: readonly string[];
  readonly accounts: readonly string[];
  readonly models: readonly string[];
}

function checkKeys(keys: YamlNode | undefined, known: KnownNames, report: Report): void {
  const items = itemsOf(keys);
  const names = items.map((key) => textOf(child(key, "name")));
  checkUnique(names, (index) => ["keys", index, "name"], "key name", report);
  for (const [index, key] of items.entries()) {
    checkName(textOf(child(key, "account")), known.accounts, ["keys", index, "account"], "account", report);
    for (const [at, slug] of itemsOf(child(key, "providers")).entries())
      checkName(textOf(slug), known.providers, ["keys", index, "providers", at], "provider", report);
    for (const [at, pattern] of itemsOf(child(key, "models")).entries())
      checkPattern(textOf(pattern), known.models, ["keys", index, "models", at], report);
  }
}

/** A pattern without a model may be for later, so it is a warning. */
function checkPattern(pattern: string | undefined, models: readonly string[], path: Path, report: Report): void {
  if (pattern === undefined || models.length === 0) return;
  const parts = pattern.split("*");
  if (models.some((model) => matches(model, parts))) return;
  const hint = pattern.includes("*") ? "" : didYouMean(pattern, models);
  report(path, `no model matches ${quote(pattern)}.${hint}`, { severity: "warning" });
}

/** Whether a text has the parts of a pattern in order, the first at its beginning and the last at its end. In linear time. */
function matches(text: string, parts: readonly string[]): boolean {
  if (parts.length === 1) return text === parts[0];
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - at >= last.length && text.endsWith(last);
}

function checkName(name: string | undefined, names: readonly string[], path: Path, kind: string, report: Report): void {
  if (name === undefined || names.includes(name)) return;
  const listed = names.length === 0 ? " The file has none." : ` The file has ${names.slice(0, 10).join(", ")}.`;
  report(path, `there is no ${kind} ${quote(name)}.${didYouMean(name, names) || listed}`);
}

function checkUnique(
  names: readonly (string | undefined)[],
  pathOf: (index: number) => Path,
  kind: string,
  report: Report,
): void {
  const first = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (name === undefined) continue;
    if (first.has(name)) report(pathOf(index), `the ${kind} ${quote(name)} is used twice. Use another one.`);
    else first.set(name, index);
  }
}

function child(node: YamlNode | undefined, name: string): YamlNode | undefined {
  return node?.type === "map" ? node.entries.get(name)?.value : undefined;
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.type === "list" ? node.items : [];
}

function namesOf(node: YamlNode | undefined): readonly string[] {
  return node?.type === "map" ? [...node.entries.keys()] : [];
}

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.type === "scalar" && node.source !== "" ? node.source : undefined;
}

function present(names: readonly (string | undefined)[]): readonly string[] {
  return names.filter((name) => name !== undefined);
}
