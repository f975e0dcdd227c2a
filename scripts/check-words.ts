// Refuses words that have a standard term in the field: the reader of our code and documents should not have to learn a vocabulary of
// ours. `wordExceptions` lists the lines that may keep such a word, each with its reason; an exception that no line needs is an error.
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { wordExceptions } from "./word-exceptions.ts";

const root = resolve(import.meta.dirname, "..");

/** Word → what to write instead. */
const denied: readonly (readonly [words: string, instead: string])[] = [
  ["purses?", "balance, credit account"],
  ["doors?", "entry point, service route"],
  ["rooms", "package, module, folder"],
  ["(?<!hello,? )worlds?", "server state"],
  ["obey(?:s|ed)?", "match, conform to, validate against"],
  ["mend(?:s|ed)?", "fix, repair, retry"],
  ["dear(?:er|est)?(?! )|(?:too|very|as|more|is|are) dear(?:er|est)?", "expensive"],
  ["(?:of|in|\\d) letters|letters (?:of|long)", "characters"],
  ["somebody|nobody|whoever", "the caller, the user, another process: name the actor"],
  ["beside", "next to, alongside, in addition to"],
  ["anew", "again"],
  ["heeds?", "honor, observe"],
  ["told|tells?", "reported, returned, logged: name the actor"],
  ["(?<!there )(?:is|are) no(?! longer| more| other| sample error)", "is not a valid X; expected X, got Y"],
  ["as it is|as they are", "unchanged, verbatim"],
  ["one's own", "your own"],
  ["given up", "canceled, abandoned"],
  ["left alone", "in cooldown, skipped, unchanged"],
  ["for ever", "indefinitely"],
  ["figures", "metrics, numbers, measurements"],
  ["twins?", "duplicates, pairs"],
];

const skipped = [
  /(^|\/)generated\//,
  /(^|\/)zz_generated_/,
  /package-lock\.json$/,
  /(^|\/)LICENSE$/,
  /\.(?:png|json|sum|mod|txt)$/,
  /(^|\/)CHANGELOG\.md$/,
  // Tables of former names.
  /^\.changeset\/standard-names-/,
  /^scripts\/(?:check-words|word-exceptions)\.ts$/,
];

/** Separates the words of identifiers, so that `tellIssues` and `tell_issues` are found. */
function toWords(line: string): string {
  return line.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll(/(?<=[a-z0-9])_(?=[a-z])/gi, " ");
}

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly word: string;
  readonly instead: string;
  readonly text: string;
}

function findingsIn(file: string): Finding[] {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  return lines.flatMap((text, index) =>
    patterns.flatMap(([pattern, instead]) => {
      const [word] = pattern.exec(toWords(text)) ?? [];
      return word === undefined ? [] : [{ file, line: index + 1, word, instead, text: text.trim() }];
    }),
  );
}

const patterns = denied.map(([words, instead]) => [new RegExp(`\\b(?:${words})\\b`, "i"), instead] as const);
const all = existsSync(join(root, ".git"))
  ? execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8", maxBuffer: 1e8 }).split("\n")
  : globSync("**/*.*", { cwd: root, exclude: ["**/node_modules/**", "**/dist/**"] });
const files = all.filter(
  (file) => file !== "" && existsSync(join(root, file)) && !skipped.some((pattern) => pattern.test(file)),
);

const unused = new Set(wordExceptions);
const findings = files.flatMap(findingsIn).filter(({ file, text }) => {
  const exception = wordExceptions.find((one) => one.file === file && text.includes(one.text));
  if (exception) unused.delete(exception);
  return !exception;
});
for (const { file, line, word, instead, text } of findings)
  console.error(`${file}:${line}: "${word}": write ${instead}.\n    ${text.slice(0, 160)}`);
for (const { file, text } of unused)
  console.error(`scripts/word-exceptions.ts: no line of ${file} contains "${text}". Remove the exception.`);
console.log(`${files.length} files, ${findings.length} words to replace, ${unused.size} exceptions to remove`);
process.exitCode = findings.length + unused.size > 0 ? 1 : 0;
