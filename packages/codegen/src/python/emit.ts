import type { ApiModel } from "../model/model.ts";
import type { Files } from "../output/files.ts";
import { emitModels } from "./models.ts";
import { nameEnums } from "./named-enums.ts";
import { emitOperations } from "./operations.ts";
import { emitParams } from "./params.ts";
import { emitPolicy } from "./policy.ts";
import { emitPublicTypes } from "./public-types.ts";
import { emitRaw } from "./raw.ts";
import { emitResources } from "./resources.ts";

/** The generated part of the Python client. */
export function emitPython(model: ApiModel): Files {
  const named = nameEnums(model);
  const emitters = [emitModels, emitParams, emitOperations, emitPolicy, emitResources, emitRaw, emitPublicTypes];
  return Object.assign({}, ...emitters.map((emit) => emit(named))) as Files;
}
