// Runs coding agents as published on npm against the mock server: Codex (Responses), Claude Code (Messages) and opencode (chat,
// Responses and Messages). Each completes one tool round: the model calls the shell tool, the agent runs the command, and the
// model's final text contains the command's output. Run it with `npm run interop:cli`, or `npm run interop:cli -- codex` for the
// rows whose name contains "codex". Not part of `npm test`, because the packages are 0.5 GB to download and 1.2 GB on disk.
//
// The agents are installed without their install scripts. They run with a home folder of their own and without standard input;
// their telemetry is off, and every host except 127.0.0.1 is behind a proxy that refuses connections.
import { createMockServer, type JournalEntry, type MockServer } from "@patchbay/mock-server";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const versions = {
  "@openai/codex": "0.171.0",
  "@anthropic-ai/claude-code": "2.1.332",
  "opencode-ai": "1.18.33",
};
const root = resolve(import.meta.dirname, "..");
const place = join(root, "node_modules/.cache", `coding-agents-${Object.values(versions).join("-")}`);
const isWindows = process.platform === "win32";

const apiKey = "sk-or-v1-test";
const model = "openai/gpt-5-mini";
/** What the user asks. It selects the rule with the tool call, because agents send other requests, too, such as one for a title. */
const prompt = "Please run the command.";
/** The output differs from the command, so that only an executed command produces it. */
const command = "echo patchbay-$((40+2))";
const output = "patchbay-42";
const finalText = `FINAL ${output}`;
const maxRequests = 20;
const timeout = 60_000;

interface Place {
  readonly port: number;
  /** The home folder. */
  readonly home: string;
  /** The working folder. */
  readonly work: string;
}

interface Agent {
  readonly name: string;
  readonly package: keyof typeof versions;
  /** The platform's binary, as a pattern of paths below `node_modules`. The main package contains a wrapper only. */
  readonly binary: string;
  readonly args: readonly string[];
  /** Returns environment variables; may write configuration. */
  readonly prepare: (place: Place) => Readonly<Record<string, string>>;
  readonly operation: string;
  readonly requests: number;
}

const codex: Agent = {
  name: "Codex",
  package: "@openai/codex",
  binary: "@openai/codex-*/vendor/*/bin/codex{,.exe}",
  args: [
    "exec",
    "--json",
    "--ephemeral",
    "--skip-git-repo-check",
    "--dangerously-bypass-approvals-and-sandbox",
    prompt,
  ],
  prepare({ port, home }) {
    const folder = join(home, ".codex");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "config.toml"),
      `model = "${model}"
model_provider = "patchbay"
[model_providers.patchbay]
name = "patchbay"
base_url = "http://127.0.0.1:${port}/api/v1"
wire_api = "responses"
env_key = "OPENROUTER_API_KEY"
[analytics]
enabled = false
[features]
plugins = false
`,
    );
    return { CODEX_HOME: folder, OPENROUTER_API_KEY: apiKey };
  },
  operation: "responses.create",
  requests: 2,
};

const claude: Agent = {
  name: "Claude Code",
  package: "@anthropic-ai/claude-code",
  binary: "@anthropic-ai/claude-code-*/claude{,.exe}",
  args: ["-p", prompt, "--allowedTools", "Bash"],
  prepare: ({ port }) => ({
    ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}/api`,
    ANTHROPIC_AUTH_TOKEN: apiKey,
    ANTHROPIC_MODEL: model,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
    DISABLE_AUTOUPDATER: "1",
    DISABLE_ERROR_REPORTING: "1",
    DISABLE_TELEMETRY: "1",
  }),
  operation: "messages.create",
  requests: 2,
};

function opencode(dialect: string, npm: string, operation: string): Agent {
  return {
    name: `opencode, ${dialect}`,
    package: "opencode-ai",
    binary: "opencode-{darwin,linux,windows}-*/bin/opencode{,.exe}",
    args: ["run", "--format", "json", "-m", `patchbay/${model}`, prompt],
    prepare({ port, home, work }) {
      const options = { baseURL: `http://127.0.0.1:${port}/api/v1`, apiKey };
      const provider = { patchbay: { npm, name: "patchbay", options, models: { [model]: { tool_call: true } } } };
      const permission = { "*": "allow" };
      // Without `small_model` the title comes from a model of opencode's choice.
      const config = { autoupdate: false, share: "disabled", small_model: `patchbay/${model}`, permission, provider };
      writeFileSync(join(work, "opencode.json"), JSON.stringify(config));
      const folders = ["CONFIG", "DATA", "CACHE", "STATE"].map((name) => [`XDG_${name}_HOME`, join(home, name)]);
      return {
        ...Object.fromEntries(folders),
        OPENCODE_DISABLE_AUTOUPDATE: "1",
        OPENCODE_DISABLE_MODELS_FETCH: "1",
      };
    },
    operation,
    // The first one is for the title.
    requests: 3,
  };
}

const agents: readonly Agent[] = [
  codex,
  claude,
  {
    ...claude,
    name: "Claude Code --bare, API key",
    args: [...claude.args, "--bare", "--tools", "Bash", "--system-prompt", "You run commands."],
    prepare(place) {
      const { ANTHROPIC_AUTH_TOKEN: _, ...env } = claude.prepare(place);
      return { ...env, ANTHROPIC_API_KEY: apiKey };
    },
  },
  opencode("chat", "@openrouter/ai-sdk-provider", "chat.completions.create"),
  opencode("Responses", "@ai-sdk/openai", "responses.create"),
  opencode("Messages", "@ai-sdk/anthropic", "messages.create"),
];

function install(): void {
  if (existsSync(place)) return;
  const draft = `${place}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, "package.json"), JSON.stringify({ private: true, dependencies: versions }));
  console.log(
    `Installing ${Object.entries(versions)
      .map((pair) => pair.join("@"))
      .join(", ")}`,
  );
  const args = ["install", "--ignore-scripts", "--no-package-lock", "--loglevel=error"];
  const { status } = spawnSync("npm", args, { cwd: draft, stdio: "inherit", shell: isWindows });
  if (status !== 0) throw new Error(`npm install ended with code ${status}. The registry must have these versions.`);
  renameSync(draft, place);
}

/** The platform's binary. Of several builds for one platform, the one with the shortest name. */
function findBinary({ binary }: Agent): string {
  const folder = join(place, "node_modules");
  const [found] = globSync(binary, { cwd: folder }).toSorted((a, b) => a.length - b.length);
  if (found === undefined) throw new Error(`No file matches ${join(folder, binary)}. Delete ${place} and try again.`);
  return join(folder, found);
}

const shellTools = ["exec_command", "shell_command", "shell", "Bash", "bash"];

interface NamedTool {
  readonly name?: string;
  readonly function?: { readonly name: string };
}

/** One tool round for any API: the prompt is answered with a call of the agent's shell tool, and its result with the final text. */
function script(server: MockServer): void {
  const namesOf = (input: Readonly<Record<string, unknown>>): (string | undefined)[] =>
    ((input.tools ?? []) as readonly NamedTool[]).map((tool) => tool.name ?? tool.function?.name);
  server.on({}).reply("A title");
  server.on({ userMessage: prompt, predicate: ({ input }) => namesOf(input).length > 0 }).reply(({ input }) => {
    const name = shellTools.find((tool) => namesOf(input).includes(tool));
    if (name === undefined) return `None of the tools is a shell: ${namesOf(input).join(", ")}`;
    const value = name === "shell" ? ["bash", "-lc", command] : command;
    const description = name.toLowerCase() === "bash" ? { description: "Prints a number" } : {};
    return {
      toolCalls: [{ name, arguments: { [name === "exec_command" ? "cmd" : "command"]: value, ...description } }],
    };
  });
  server.on({ toolResult: true }).reply("The result lacks the output of the command.");
  server.on({ toolResult: output }).reply(finalText);
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it was ended early. */
  readonly killed: string | undefined;
  readonly duration: number;
}

/** Runs a program in a process group of its own, and ends the whole group after the timeout or too many requests. */
function runProgram(
  file: string,
  args: readonly string[],
  { cwd, env, tooMany }: { cwd: string; env: Record<string, string>; tooMany: () => boolean },
): Promise<Run> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: !isWindows });
    let [stdout, stderr] = ["", ""];
    let killed: string | undefined;
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const end = (): void => {
      try {
        if (isWindows) child.kill("SIGKILL");
        else process.kill(-child.pid!, "SIGKILL");
      } catch {
        // The group has already ended.
      }
    };
    const guard = setInterval(() => {
      if (performance.now() - started > timeout) killed = `no end within ${timeout / 1000} s`;
      else if (tooMany()) killed = `more than ${maxRequests} requests`;
      if (killed !== undefined) end();
    }, 100);
    child.once("error", (error) => {
      clearInterval(guard);
      reject(error);
    });
    child.once("close", (code) => {
      clearInterval(guard);
      // Processes that the agent left behind.
      end();
      resolve({ code, stdout, stderr, killed, duration: performance.now() - started });
    });
  });
}

interface Result {
  readonly agent: string;
  readonly version: string;
  readonly requests: string;
  readonly seconds: string;
  readonly result: string;
}

async function test(agent: Agent): Promise<Result> {
  const server = createMockServer({ seed: 1 });
  script(server);
  const listening = await server.listen({ port: 0 });
  const home = mkdtempSync(join(tmpdir(), "patchbay-agent-"));
  const work = join(home, "work");
  const temporary = join(home, "tmp");
  for (const folder of [work, temporary]) mkdirSync(folder);
  const nowhere = "http://127.0.0.1:9";
  const env = {
    PATH: process.env.PATH ?? "",
    ...(isWindows ? { SystemRoot: process.env.SystemRoot ?? "", USERPROFILE: home, TEMP: temporary } : {}),
    HOME: home,
    TMPDIR: temporary,
    LANG: "C.UTF-8",
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    NO_PROXY: "127.0.0.1",
    ...agent.prepare({ port: listening.port, home, work }),
  };
  try {
    const tooMany = (): boolean => server.journal.count > maxRequests;
    const run = await runProgram(findBinary(agent), agent.args, { cwd: work, env, tooMany });
    const faults = faultsOf(agent, run, server.journal.entries());
    if (faults.length > 0) console.error(`${agent.name}\n${run.stdout.slice(-2000)}\n${run.stderr.slice(-2000)}\n`);
    return {
      agent: agent.name,
      version: versions[agent.package],
      requests: `${server.journal.count} ${agent.operation}`,
      seconds: (run.duration / 1000).toFixed(1),
      result: faults.join("; ") || "passed",
    };
  } finally {
    await listening.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function faultsOf(agent: Agent, run: Run, entries: readonly JournalEntry[]): string[] {
  const faults: string[] = [];
  if (run.killed !== undefined) faults.push(`ended because of ${run.killed}`);
  if (run.code !== 0) faults.push(`exit code ${run.code}`);
  if (!run.stdout.includes(finalText)) faults.push("the final text is not in the output");
  if (entries.length !== agent.requests) faults.push(`${entries.length} requests instead of ${agent.requests}`);
  for (const { method, path, operation, status } of entries)
    if (operation !== agent.operation || status !== 200) faults.push(`${method} ${path} has status ${status}`);
  return faults;
}

install();
const [wanted = ""] = process.argv.slice(2);
const results: Result[] = [];
// One after another, so that each has the machine to itself.
for (const agent of agents)
  if (agent.name.toLowerCase().includes(wanted.toLowerCase())) results.push(await test(agent));
console.table(results);
process.exitCode = results.length > 0 && results.every(({ result }) => result === "passed") ? 0 : 1;
