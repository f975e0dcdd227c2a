import type { ApiModel, Operation } from "../model/model.ts";

/** Words that Go writes in capitals, and names with capitals of their own. Words that end in a plural s keep it. */
const capitals = new Map(
  "AI API ASCII BYOK CPU CSS DNS EOF EU GIF GPT GPU GUID HTML HTTP HTTPS ID IP JPEG JSON LLM MCP OCR PDF PNG RAM RPC SHA SQL SSE SSH STT TCP TLS TTL TTS UDP UI URI URL US USD UTC UTF8 UUID VM WebP XAI XML ZDR OpenAI OpenRouter"
    .split(" ")
    .map((word) => [word.toLowerCase(), word]),
);

const keywords = new Set(
  "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var".split(
    " ",
  ),
);

/** `max_tokens` → `MaxTokens`, `ApiKey` → `APIKey`, `image_urls` → `ImageURLs`. */
export function toGoName(name: string): string {
  return toWords(name).map(toCapitals).join("");
}

/** A name in the model, and its names where languages reserve it. */
interface WireName {
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
}

/** A name of the wire as the name of a field. */
export function toFieldName({ name, names }: WireName): string {
  return names.go ?? toGoName(name);
}

/** `api_key_hash` → `apiKeyHash`; the name of a parameter. */
export function toParameterName(name: string): string {
  const [first = "", ...others] = toWords(name);
  const joined = [first.toLowerCase(), ...others.map(toCapitals)].join("");
  return keywords.has(joined) ? `${joined}Value` : joined;
}

/** The words of a name in any case: `openrouter:web_search` → `openrouter`, `web`, `search`. */
function toWords(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

function toCapitals(word: string): string {
  const lower = word.toLowerCase();
  const plural = lower.endsWith("s") ? capitals.get(lower.slice(0, -1)) : undefined;
  if (plural !== undefined && !capitals.has(lower)) return `${plural}s`;
  // Number formats and hashes, such as fp8 and sha256.
  if (/^((mx|nv)?(fp|bf)|sha)\d+$/.test(lower)) return word.toUpperCase();
  return capitals.get(lower) ?? word.charAt(0).toUpperCase() + word.slice(1);
}

/** `TextPart` → `TextParts`, `FinishReason` → `FinishReasons`. */
export function toPlural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** `chat.completions.create` → `ChatCompletionsCreate`. */
export function toOperationName(id: string): string {
  return toGoName(id.replaceAll(".", "_"));
}

/** `["chat", "completions"]` → `ChatCompletionsService`. */
export function toServiceName(path: readonly string[]): string {
  return `${path.map(toGoName).join("")}Service`;
}

/** Schema → the name of its type: that of a body ends in Params, as in `CreateKeyRequest` → `CreateKeyParams`. */
export function nameTypes({ operations, schemas }: ApiModel): ReadonlyMap<string, string> {
  const bodies = new Set(operations.map(bodySchemaOf));
  const owners = new Map<string, string>();
  return new Map(
    schemas.map(({ name }): [string, string] => {
      const goName = toGoName(bodies.has(name) ? name.replace(/(Request)?$/, "Params") : name);
      const owner = owners.get(goName);
      if (owner !== undefined)
        throw new Error(
          `The schemas ${owner} and ${name} have the same name in Go: ${goName}. Rename one in openapi/.`,
        );
      owners.set(goName, name);
      return [name, goName];
    }),
  );
}

/** Name of the schema of an operation's body. */
export function bodySchemaOf({ id, body }: Operation): string | undefined {
  if (!body) return undefined;
  if (body.type.kind !== "reference") throw new Error(`The body of ${id} must be a named schema.`);
  return body.type.name;
}
