import { withUnit } from "../output/units.ts";
import type { Unit } from "../model/model.ts";

const width = 110;

/** Wire name → Go name of the fields that a text may mention. */
export type FieldNames = ReadonlyMap<string, string>;

const noFields: FieldNames = new Map();

/** Writes "ID" as Go does, except in code and in names of the wire such as `x-session-id`. */
function withInitialisms(text: string): string {
  return text.replaceAll(/`[^`]*`|(?<![-\w./"])[Ii]d(s?)(?![-\w/"])/g, (found, plural: string | undefined) =>
    found.startsWith("`") ? found : `ID${plural ?? ""}`,
  );
}

/** A text of the contract in the words of Go: fields by their Go names, values of the wire in quotes, and no Markdown. */
export function toGoText(text: string, fields: FieldNames = noFields): string {
  return withInitialisms(text)
    .replaceAll(/(\b(?:is|equals|always)\s)?`([^`]+)`/gi, (_, verb: string | undefined, code: string) => {
      // After such a verb, the text is a value that a field can have the name of.
      const field = verb === undefined ? fields.get(code) : undefined;
      return (verb ?? "") + (field ?? toWireText(code));
    })
    .replaceAll(/\*\*([^*]+)\*\*/g, "$1")
    .replaceAll(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, "$1 ($2)");
}

/** A name or a value of the wire in quotes; numbers, null and JSON need none. */
function toWireText(code: string): string {
  return /^(null|true|false|-?\d+(\.\d+)?)$/.test(code) || /[\s"{}[\]]/.test(code) ? code : `"${code}"`;
}

/** Paragraphs as a comment; empty if there are none. Empty paragraphs are left out. */
export function toComment(paragraphs: readonly string[], indent = 0): string {
  return paragraphs
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => toLines(paragraph, width - "// ".length - indent))
    .map((lines) => lines.map((line) => `// ${line}\n`).join(""))
    .join("//\n");
}

/** The lines of a paragraph. The items of a list are indented, as gofmt does. */
function toLines(paragraph: string, width: number): string[] {
  if (!paragraph.startsWith("- ")) return wrap(paragraph, width);
  return paragraph
    .slice("- ".length)
    .split("\n- ")
    .flatMap((item) => wrap(item, width - 4).map((line, index) => `${index === 0 ? "  - " : "    "}${line}`));
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(/\s+/)) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

interface Described {
  readonly description: string;
  readonly deprecated: boolean;
  readonly unit?: Unit;
}

/** The paragraphs about something that may be deprecated. What replaces it is part of the note. */
export function describe({ description, deprecated, unit }: Described, fields?: FieldNames): string[] {
  const paragraphs = toParagraphs(withUnit(description, unit), fields);
  if (!deprecated) return paragraphs;
  return [`Deprecated: ${paragraphs.join(" ").replace(/^Deprecated\. /, "")}`];
}

/** The paragraphs about a type, which begin with its name. What replaces a deprecated one follows the first sentence. */
export function describeType(name: string, { description, deprecated }: Described, fields?: FieldNames): string[] {
  const [first = "", ...others] = toParagraphs(description, fields);
  if (!deprecated) return [toNamedSentence(name, first), ...others];
  const [, sentence = first, hint = ""] = /^(.*?\.)\s+(.*)$/s.exec(first) ?? [];
  return [toNamedSentence(name, sentence), ...others, `Deprecated: ${hint || "The API still accepts it."}`];
}

function toParagraphs(text: string, fields?: FieldNames): string[] {
  return toGoText(text, fields).split(/\n{2,}/);
}

/** Verbs with which the contract begins the description of what does something. */
const verbs =
  /^(Adds|Asks|Blocks|Checks|Compresses|Consults|Continues|Delegates|Does|Fetches|Generates|Has|Keeps|Lets|Marks|Moderates|Opens|Parses|Queries|Reads|Removes|Repairs|Requests|Returns|Runs|Searches|Starts|Stops|Thinks)\b(?! of\b)/;

/** `A note.` → `Note is a note.`, `Runs code.` → `Note runs code.`; any other text follows a colon. */
function toNamedSentence(name: string, text: string): string {
  if (text === "") return `${name} is part of the API.`;
  const lower = text.charAt(0).toLowerCase() + text.slice(1);
  if (/^(A|An|The|One|Any|Something)\b/.test(text)) return `${name} is ${lower}`;
  if (/^(What|When|Where|Whether|Which|Who|Why|How)\b/.test(text)) return `${name} says ${lower}`;
  if (verbs.test(text)) return `${name} ${lower}`;
  return /^(Settings|Options|Preferences)\b/.test(text) ? `${name} has ${lower}` : `${name}: ${text}`;
}

/** `Create a key` → `creates a key`, `Get a key` → `returns a key`. */
export function toThirdPerson(summary: string): string {
  const [verb = "", ...others] = summary.split(" ");
  const ending = /(s|x|ch|sh)$/.test(verb) ? "es" : "s";
  return [verb === "Get" ? "returns" : `${verb.toLowerCase()}${ending}`, ...others].join(" ");
}
