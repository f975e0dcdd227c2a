import type { Files } from "../output/files.ts";
import type { ApiModel } from "../model/model.ts";
import { layOutModels } from "./models.ts";
import { listPages } from "./pages.ts";
import { createParamsContext } from "./params.ts";

/** The public names of `patchbay_client.types`, and the module of each. A module is imported when a name of it is used. */
export function emitPublicTypes(model: ApiModel): Files {
  const owners = listOwners(model);
  const byModule = new Map<string, string[]>();
  for (const [name, module] of owners) byModule.set(module, [...(byModule.get(module) ?? []), name]);
  const modules = [...byModule].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const imports = modules.map(
    ([module, names]) => `    from .${module} import ${names.map((name) => `${name} as ${name}`).join(", ")}`,
  );
  const entries = modules.map(([module, names]) => `${JSON.stringify(module)}: ${JSON.stringify(names.join(" "))},`);
  return {
    "types.py": `"""The public names of all models, params and enums."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
${imports.join("\n")}

NAMES = {${entries.join(" ")}}
"""Module → the names that it defines."""
`,
  };
}

/** Name of a type → its module below `generated/`. */
function listOwners(model: ApiModel): [name: string, module: string][] {
  const models = layOutModels(model);
  const { params, names } = createParamsContext(model);
  const owners: [string, string][] = [["ModelId", "params.model_ids"]];
  for (const [schema, module] of models.moduleOf) owners.push([schema, `models.${module}`]);
  for (const page of listPages(model.operations))
    owners.push([page.name, `models.${models.moduleOf.get(page.model)!}`]);
  for (const [schema, module] of params.moduleOf) owners.push([names.get(schema)!, `params.${module}`]);
  return owners.toSorted(([a], [b]) => (a < b ? -1 : 1));
}
