import type { Files } from "../output/files.ts";
import type { ApiModel, Operation } from "../model/model.ts";

/** Operation → zod schemas of its response and of its stream events. */
export function emitResponseSchemas({ operations }: ApiModel): Files {
  const names = new Set(operations.flatMap((operation) => Object.values(toZodSchemas(operation))));
  const entries = operations.map((operation) => {
    const parts = Object.entries(toZodSchemas(operation)).map(([part, schema]) => `${part}: ${schema}`);
    return `${JSON.stringify(operation.id)}: { ${parts.join(", ")} },`;
  });
  return {
    "response-schemas.ts": `import type { ZodType } from "zod";
import type { OperationId } from "./names.ts";
import {
${[...names].toSorted().join(",\n")}
} from "./schemas.ts";

/** Operation → schema of its response, and of one event if it streams. */
export const responseSchemas: { readonly [Id in OperationId]: { readonly response: ZodType; readonly event?: ZodType } } = {
${entries.join("\n")}
};
`,
  };
}

function toZodSchemas({ success, stream }: Operation): Readonly<Record<string, string>> {
  return { response: `z${success.schema}`, ...(stream && { event: `z${stream.event}` }) };
}
