import type { Files } from "../output/files.ts";
import type { ApiModel } from "../model/model.ts";
import { toComment, toGoText } from "./docs.ts";
import { toGoName } from "./names.ts";
import { toFile } from "./schemas.ts";
import { toGoString, toStrings } from "./source.ts";

/** The words on which callers branch, and the known ids of models. */
export function emitCodes(model: ApiModel): Files {
  return {
    "zz_generated_codes.go": toFile(printCodes(model)),
    "zz_generated_failures.go": toFile(printFailureKinds(model)),
    "zz_generated_model_ids.go": toFile(printModelIds(model)),
  };
}

function printCodes({ errors }: ApiModel): string {
  const constants = errors.map(
    ({ status, code, description }) =>
      `${toComment([`${toGoText(description)} Status ${status}.`], 1)}Code${toGoName(code)} = ${toGoString(code)}\n`,
  );
  return `// The codes of errors of the API, which are values of the field Code of [Error]. Other codes are possible.
const (
${constants.join("")})
`;
}

function printFailureKinds({ fallbackPolicy }: ApiModel): string {
  const constants = fallbackPolicy.kinds.map(({ kind, description }) => {
    const text = description.charAt(0).toUpperCase() + description.slice(1);
    return `${toComment([toGoText(text)], 1)}Failure${toGoName(kind)} FailureKind = ${toGoString(kind)}\n`;
  });
  return `// FailureKind says why an attempt of a fallback failed.
type FailureKind string

// The kinds of failures.
const (
${constants.join("")})
`;
}

function printModelIds({ modelIds }: ApiModel): string {
  return `var knownModelIDs = ${toStrings(modelIds).replace("{", "{\n").replaceAll(", ", ",\n").replace(/}$/, ",\n}")}

// KnownModelIDs returns IDs of models that this version knows, such as "openai/gpt-5-mini". Any other ID is
// valid; [ModelsService.List] returns all models.
func KnownModelIDs() []string { return slices.Clone(knownModelIDs) }
`;
}
