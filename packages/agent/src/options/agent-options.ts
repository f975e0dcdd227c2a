import { AgentError } from "../errors/agent-error.ts";
import { nearest, show, type Aliases, type OptionKinds } from "./check-options.ts";
import { checkFields } from "./request-fields.ts";

const inLimits = "Use `limits: { maxSteps, maxCost, maxTotalTokens, timeout }`.";
const inRequest = "Set it in `request: { … }`, by its name in the API.";
const atClient = "Set it on the client: `new Patchbay({ … })`.";
const inSession = "Set `store` of the agent and pass `sessionId` to each run: `run(input, { sessionId })`.";
const atRun = "Pass it to each run: `run(input, { … })`.";

const limits: Aliases = {
  maxSteps: "Use `limits.maxSteps`: `limits: { maxSteps: 10 }`.",
  maxTurns: "Use `limits.maxSteps`: `limits: { maxSteps: 10 }`.",
  maxIterations: "Use `limits.maxSteps`: `limits: { maxSteps: 10 }`.",
  recursionLimit: "Use `limits.maxSteps`: `limits: { maxSteps: 10 }`.",
  maxCost: "Use `limits.maxCost`: `limits: { maxCost: 0.05 }`.",
  budget: "Use `limits.maxCost`: `limits: { maxCost: 0.05 }`.",
  timeout: "Use `limits.timeout`: `limits: { timeout: 60_000 }`.",
  maxDuration: "Use `limits.timeout`: `limits: { timeout: 60_000 }`.",
  limit: inLimits,
  usageLimits: inLimits,
};

/** The options of an agent. */
export const agentKinds = {
  client: ["any"],
  model: ["any"],
  instructions: ["string", "function", "array"],
  tools: ["array", "function"],
  toolConcurrency: ["count"],
  output: ["object", "function"],
  limits: ["object"],
  allowFinalResponse: ["boolean"],
  request: ["object"],
  prepareStep: ["function"],
  beforeToolCall: ["function"],
  stopWhen: ["function"],
  name: ["string"],
  description: ["string"],
  compaction: ["object"],
  policy: ["object"],
  store: ["object"],
  stateSecret: ["string"],
  observers: ["object", "array"],
} as const satisfies OptionKinds<Record<string, unknown>>;

export const agentAliases: Aliases = {
  ...limits,
  system: "instructions",
  systemPrompt: "instructions",
  instruction: "instructions",
  prompt: "instructions",
  messages: "Pass messages to each run: `run(messages)`.",
  models: "model",
  outputType: "output",
  outputSchema: "output",
  responseFormat: "output",
  resultType: "output",
  schema: "output",
  step: "prepareStep",
  stop: "stopWhen",
  fallback: "Use `model: fallback([…])`.",
  fallbacks: "Use `model: fallback([…])`.",
  answerAtLimit: "allowFinalResponse",
  compact: "compaction",
  observe: "observers",
  concurrency: "toolConcurrency",
  toolCallConcurrency: "toolConcurrency",
  onToolCall: "beforeToolCall",
  canUseTool: "beforeToolCall",
  preToolUse: "beforeToolCall",
  wrapToolCall: "beforeToolCall",
  hooks: "beforeToolCall",
  guardrails: "beforeToolCall",
  inputGuardrails: "beforeToolCall",
  activeTools: 'Use `prepareStep: () => ({ tools: ["name"] })`.',
  functions: "tools",
  agents: "tools",
  handoffs: "tools",
  mcpServers: "Use `tools: await mcpTools(client)` of `@patchbay/agent/mcp`.",
  parallelToolCalls: "toolConcurrency",
  maxConcurrency: "toolConcurrency",
  telemetry: "observers",
  tracing: "observers",
  onEvent: "observers",
  onStepFinish: "observers",
  callbacks: "observers",
  memory: "store",
  checkpointer: "store",
  session: inSession,
  signal: atRun,
  abortSignal: "Pass it to each run: `run(input, { signal })`.",
  maxRetries: atClient,
  apiKey: atClient,
  baseURL: atClient,
  temperature: inRequest,
  maxTokens: inRequest,
  maxOutputTokens: inRequest,
  topP: inRequest,
  seed: inRequest,
  toolChoice: inRequest,
  provider: inRequest,
  reasoning: inRequest,
  modelSettings: inRequest,
};

/** Rejects fields of `request` that the agent sets itself. Throws `AgentError`. */
export function checkRequest(request: unknown): void {
  checkFields("`request` of agent", request, {
    model: "Use `model` of the agent.",
    models: "Use `model` of the agent.",
    messages: "Pass messages to `run(messages)`.",
    tools: "Use `tools` of the agent.",
    stream: "Loop over the run instead: `for await (const event of run)`.",
    response_format: "Use `output` of the agent.",
  });
}

/** Rejects values that are not a Patchbay client. Throws `AgentError`. */
export function checkClient(client: unknown): void {
  const { completions } = (client as { readonly chat?: { readonly completions?: object } } | undefined)?.chat ?? {};
  const { create, stream } = (completions ?? {}) as { readonly create?: unknown; readonly stream?: unknown };
  const isOwn = typeof create === "function" && typeof stream === "function" && !("_client" in (completions as object));
  if (isOwn) return;
  throw new AgentError(`\`client\` must be a Patchbay client, got ${show(client)}. Pass \`new Patchbay()\`.`);
}

/** Rejects values that are not observers. Throws `AgentError`. */
export function checkObservers(observers: readonly unknown[]): void {
  for (const one of observers) {
    const { onEvent, onSpanStart } = (one ?? {}) as { readonly onEvent?: unknown; readonly onSpanStart?: unknown };
    if (typeof onEvent !== "function" && typeof onSpanStart !== "function")
      throw new AgentError(
        `\`observers\` must be observers with \`onEvent\` or \`onSpanStart\`, got ${show(one)}. Use for example \`telemetry()\` of \`@patchbay/agent/otel\`.`,
      );
  }
}

/** The options of a run. */
export const runKinds = {
  signal: ["signal"],
  // An invalid state throws a StateError.
  state: ["any"],
  sessionId: ["string"],
  limits: ["object"],
  policy: ["object"],
} as const satisfies OptionKinds<Record<string, unknown>>;

export const runAliases: Aliases = {
  ...limits,
  abortSignal: "signal",
  abort: "signal",
  session: "sessionId",
  threadId: "sessionId",
  thread: "sessionId",
  conversation: "sessionId",
  history: "state",
  messages: "Pass messages as the input: `run(messages)`.",
  stream: "Loop over the run instead: `for await (const event of run)`.",
  onEvent: "Loop over the run instead: `for await (const event of run)`.",
  context: "Close over it in the functions of your tools.",
};

/** The decisions of `resume`. */
export const decisionKinds = {
  approve: ["array", "object"],
  reject: ["object"],
  results: ["object"],
} as const satisfies OptionKinds<Record<string, unknown>>;

export const decisionAliases: Aliases = {
  approved: "approve",
  approvals: "approve",
  accept: "approve",
  rejected: "reject",
  deny: "reject",
  denied: "reject",
  refuse: "reject",
  output: "results",
  toolResults: "results",
  signal: "Pass it as the third argument: `resume(state, decisions, { signal })`.",
  sessionId: "Pass it as the third argument: `resume(state, decisions, { sessionId })`.",
};

/** Rejects fields that a step cannot override. Throws `AgentError`. */
export function checkStep(change: unknown, tools: readonly string[]): void {
  if (change === undefined || change === null) return;
  checkFields("The result of `prepareStep`", change, {
    activeTools: "Use `tools`, a list of names.",
    toolNames: "Use `tools`, a list of names.",
    stream: "Loop over the run instead: `for await (const event of run)`.",
    instructions: "Use a function as `instructions` of the agent.",
    system: "Use a function as `instructions` of the agent.",
    limit: inLimits,
  });
  const { tools: names } = change as { readonly tools?: unknown };
  if (names === undefined) return;
  if (!Array.isArray(names)) throw new AgentError(`\`tools\` of a step must be a list of names, got ${show(names)}.`);
  const unknown = (names as unknown[]).find((name) => typeof name !== "string" || !tools.includes(name));
  if (unknown === undefined) return;
  const near = typeof unknown === "string" ? nearest(unknown, tools) : undefined;
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  throw new AgentError(
    `\`tools\` of a step names ${show(unknown)}, which the agent does not have.${hint} Its tools: ${tools.join(", ") || "none"}.`,
  );
}
