import type { ReadContext, Reader } from "./reader.ts";
import type { Path } from "./problem.ts";

/** When a value in the file is worth a warning, because it should be a reference. */
type IsSecret = (value: string) => boolean;

/**
 * Reads a secret: `$NAME` or `${NAME}` for a variable of the environment, also within other text, as in `Bearer ${TOKEN}`. A
 * secret that is written in the file is a warning. The value never appears in a message.
 */
export function secret(isSecret: IsSecret = () => true): Reader<string> {
  return (node, path, context) => {
    if (node.type !== "scalar" || node.source === "") {
      context.report(path, "expected a reference to a variable of the environment, such as $NAME.");
      return undefined;
    }
    // A key of digits is a number for YAML.
    const value = node.source;
    const [, whole] = /^\$([A-Za-z_]\w*)$/.exec(value) ?? [];
    if (whole !== undefined) return resolve(whole, path, context);
    const names = [...value.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name!);
    if (names.length > 0) {
      const resolved = new Map(names.map((name) => [name, resolve(name, path, context)]));
      const complete = [...resolved.values()].every((one) => one !== undefined);
      return complete ? value.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => resolved.get(name)!) : undefined;
    }
    if (isSecret(value))
      context.report(
        path,
        "the file contains a secret. Move it to the environment and write a reference, such as $NAME.",
        {
          severity: "warning",
        },
      );
    return value;
  };
}

function resolve(name: string, path: Path, context: ReadContext): string | undefined {
  const value = Object.hasOwn(context.env, name) ? context.env[name]?.trim() : undefined;
  if (value !== undefined && value !== "") return value;
  const state = value === undefined ? "is not set" : "is empty";
  context.report(path, `the environment variable ${name} ${state}. Set it, or remove this line.`);
  return undefined;
}
