/** The names that a file imports. */
export interface Imports {
  /** Imports a name of a module, such as `typing` or `..models.usage`, and returns it. */
  readonly use: (module: string, name: string) => string;
  /** The import statements, grouped as in PEP 8. Names of `hidden` modules are imported for type checkers only. */
  readonly print: (isHidden?: (module: string) => boolean) => string;
}

export function createImports(): Imports {
  const used = new Map<string, Set<string>>();
  return {
    use(module, name) {
      used.set(module, (used.get(module) ?? new Set()).add(name));
      return name.replace(/^.* as /, "");
    },
    print(isHidden = () => false) {
      const modules = [...used.keys()];
      const hidden = modules.filter(isHidden);
      if (hidden.length > 0) used.set("typing", (used.get("typing") ?? new Set()).add("TYPE_CHECKING"));
      const shown = [...used.keys()].filter((module) => !isHidden(module));
      const block = hidden.length > 0 ? `\nif TYPE_CHECKING:\n${printGroups(hidden, used, "    ")}` : "";
      return `${printGroups(shown, used, "")}${block}`;
    },
  };
}

function printGroups(
  modules: readonly string[],
  used: ReadonlyMap<string, ReadonlySet<string>>,
  margin: string,
): string {
  return [standard, thirdParty, relative]
    .map((belongs) => modules.filter(belongs).toSorted(compareModules))
    .filter((group) => group.length > 0)
    .map((group) =>
      group
        .map((module) => `${margin}${toStatement(module, [...used.get(module)!].toSorted(compareNames))}\n`)
        .join(""),
    )
    .join("\n");
}

function toStatement(module: string, names: readonly string[]): string {
  return names.length === 1 && names[0] === "" ? `import ${module}` : `from ${module} import ${names.join(", ")}`;
}

const thirdPartyModules = new Set(["pydantic", "typing_extensions"]);
const relative = (module: string): boolean => module.startsWith(".");
const thirdParty = (module: string): boolean => thirdPartyModules.has(module);
const standard = (module: string): boolean => !relative(module) && !thirdParty(module);

/** Imports of modules precede those of names; more dots precede fewer. */
function compareModules(a: string, b: string): number {
  const depth = (module: string): number => /^\.*/.exec(module)![0].length;
  return depth(b) - depth(a) || (a < b ? -1 : 1);
}

/** Constants, classes, then the others, as isort orders them. */
function compareNames(a: string, b: string): number {
  const rank = (name: string): number => (/^[A-Z0-9_]+$/.test(name) ? 0 : /^[A-Z]/.test(name) ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
