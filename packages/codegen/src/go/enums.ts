import type { EnumType, NamedSchema } from "../model/model.ts";
import type { GoContext } from "./context.ts";
import { describeType, toComment, toGoText } from "./docs.ts";
import { toGoName } from "./names.ts";
import { toGoString } from "./source.ts";

const bases = { string: "string", integer: "int64", number: "float64" } as const;

/** An enum as a type with a constant for each known value. Any other value is possible. */
export function printEnum(schema: NamedSchema, type: EnumType, context: GoContext): string {
  const name = context.names.get(schema.name)!;
  const constants = type.values.map(({ value, description }) => {
    const comment = toComment([toGoText(description)], 1);
    const literal = typeof value === "string" ? toGoString(value) : String(value);
    return `${comment}${toConstantName(name, value)} ${name} = ${literal}\n`;
  });
  const note = type.open ? "The API may add other values." : "The API accepts these values today.";
  return `${toComment([...describeType(name, schema), note])}type ${name} ${bases[type.base]}

// The known values of ${name}.
const (
${constants.join("")})
`;
}

/** `FinishReason` and `tool_calls` → `FinishReasonToolCalls`; -1 is `Minus1`. */
export function toConstantName(type: string, value: string | number): string {
  return `${type}${typeof value === "number" ? String(value).replace("-", "Minus").replace(".", "_") : toGoName(value)}`;
}
