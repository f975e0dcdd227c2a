// Runs `go test`, and reads the counts and the failures from its events.
import { readGo, type GoOptions } from "./toolchain.ts";

export interface GoTestResult {
  readonly passed: number;
  readonly failed: number;
  /** The name and the output of each failed test. */
  readonly failures: readonly string[];
}

/** An event of `go test -json`. */
interface Event {
  readonly Action: string;
  readonly Package?: string;
  readonly ImportPath?: string;
  readonly Test?: string;
  readonly Output?: string;
  readonly FailedBuild?: string;
}

/** A test or, with an empty name, a package. */
interface Node {
  readonly place: string;
  readonly name: string;
  result?: string;
  failedBuild?: string;
  output: string;
}

/**
 * Reads the events of `go test -json`. A test with subtests counts as its subtests, and a package that fails without a failed
 * test, such as one that does not compile, counts as one failed test.
 */
export function readEvents(text: string): GoTestResult {
  const nodes = new Map<string, Node>();
  for (const line of text.split("\n").filter((line) => line.startsWith("{"))) {
    const event = JSON.parse(line) as Event;
    const place = event.Package ?? event.ImportPath ?? "";
    const name = event.Test ?? "";
    const key = `${event.Package === undefined ? "build" : "test"} ${place} ${name}`;
    const node = nodes.get(key) ?? { place, name, output: "" };
    nodes.set(key, node);
    node.output += event.Output ?? "";
    if (["pass", "fail", "skip"].includes(event.Action)) node.result = event.Action;
    if (event.FailedBuild !== undefined) node.failedBuild = event.FailedBuild;
  }
  const all = [...nodes.values()];
  const parents = new Set(all.flatMap(({ place, name }) => parentsOf(name).map((parent) => `${place} ${parent}`)));
  const failed = all.filter(({ result }) => result === "fail");
  // A parent and a package fail with what they contain.
  const blamed = new Set(failed.flatMap(({ place, name }) => parentsOf(name).map((parent) => `${place} ${parent}`)));
  const own = failed.filter(({ place, name }) => !blamed.has(`${place} ${name}`));
  const passed = all.filter(
    ({ place, name, result }) => result === "pass" && name !== "" && !parents.has(`${place} ${name}`),
  );
  const build = (node: Node): string =>
    node.failedBuild === undefined ? "" : (nodes.get(`build ${node.failedBuild} `)?.output ?? "");
  return {
    passed: passed.length,
    failed: own.length,
    failures: own.map((node) => `${node.place} ${node.name}\n${build(node)}${node.output}`.trimEnd()),
  };
}

/** The tests that contain a test, and its package. */
function parentsOf(name: string): string[] {
  if (name === "") return [];
  const words = name.split("/");
  return words.map((_, index) => words.slice(0, index).join("/"));
}

/** Runs the tests of a module. `go vet` is not part of it, because scripts/go/lint.ts runs all of its checks. */
export function goTest(args: readonly string[], options: GoOptions): GoTestResult {
  const { isGood, output } = readGo(["test", "-json", "-vet=off", ...args], options);
  const result = readEvents(output);
  for (const failure of result.failures) console.log(`\n${failure}`);
  return isGood ? result : { ...result, failed: Math.max(result.failed, 1) };
}
