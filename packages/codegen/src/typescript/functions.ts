import type { Files } from "../output/files.ts";
import type { ApiModel, Operation } from "../model/model.ts";
import { toConstantName, toDocComment } from "./text.ts";

/** How the events of a stream add up → the client's function that makes the stream function. */
const streamMakers: Readonly<Record<string, string>> = {
  chat: "toChatStreamFunction",
  responses: "toResponseStreamFunction",
  messages: "toMessageStreamFunction",
};

/** One function for each operation, for bundles that contain only a few operations. Written into the client. */
export function emitFunctions({ operations }: ApiModel): Files {
  const imports = operations.map(({ id }) => `${toConstantName(id)} as ${toConstantName(id)}Call,`);
  const makers = new Set(operations.flatMap(({ stream }) => (stream ? [streamMakers[stream.accumulator]] : [])));
  return {
    "functions.ts": `import {
${imports.join("\n")}
} from "@patchbay/spec/operation-calls";
import {
  toEmbedFunction,
  toFunction,
  toPagedFunction,
${[...makers].map((name) => `  ${name},`).join("\n")}
  type EmbedFunction,
  type OperationFunction,
  type StreamFunction,
} from "../methods/function.ts";

${operations.flatMap(printFunctions).join("\n\n")}
`,
  };
}

function printFunctions(operation: Operation): string[] {
  const { id, resource, pagination, stream } = operation;
  const print = (name: string, type: string, make: string): string =>
    `${toDocComment(operation)}export const ${toConstantName(name)}: ${type} = /* @__PURE__ */ ${make}(${toConstantName(id)}Call);`;
  // The client decodes the vectors of this operation.
  if (id === "embeddings.create") return [print(id, "EmbedFunction", "toEmbedFunction")];
  const typed = (name: string): string => `${name}<${JSON.stringify(id)}>`;
  const plain = print(id, typed("OperationFunction"), pagination ? "toPagedFunction" : "toFunction");
  if (!stream) return [plain];
  const make = streamMakers[stream.accumulator]!;
  return [plain, print([...resource, stream.verb].join("."), typed("StreamFunction"), make)];
}
