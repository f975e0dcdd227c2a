// Random conversations: which calls a model makes in each turn, and sub-agents that do the same.
import {
  createAgent,
  tool,
  type Agent,
  type AgentOptions,
  type Decisions,
  type RunState,
  type Tool,
} from "@patchbay/agent";
import { SessionConflictError, type PendingCall, type SessionStore } from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import type { ChatCompletionRequest, ChatMessage } from "@patchbay/client";
import fc from "fast-check";
import { z } from "zod";

export type Kind = "free" | "asking" | "manual" | "failing" | "retrying" | "idempotent" | "agent";

export interface Call {
  readonly kind: Kind;
  /** What the sub-agent returns. */
  readonly inner: Conversation;
}

/** The calls of each response; the response after the last one is a text. */
export type Conversation = readonly (readonly Call[])[];

const plain = fc.constantFrom<Kind[]>("free", "asking", "manual", "failing", "retrying", "idempotent");

/** Conversations with agents of this nesting depth. */
export function conversations(depth: number): fc.Arbitrary<Conversation> {
  const leaf = plain.map((kind): Call => ({ kind, inner: [] }));
  const call =
    depth === 0
      ? leaf
      : fc.oneof(
          { weight: 3, arbitrary: leaf },
          { weight: 2, arbitrary: conversations(depth - 1).map((inner): Call => ({ kind: "agent", inner })) },
        );
  return fc.array(fc.array(call, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 });
}

/** All side effects of the runs, in whichever process. */
export class ConversationLog {
  /** The position of a call in the conversation, such as `0.1` or `0.1/2.0`, and the idempotency key that it ran with. */
  readonly runs: { readonly at: string; readonly kind: Kind; readonly key: string; readonly input: string }[] = [];
  /** The last request of each conversation. */
  readonly asked = new Map<string, readonly ChatMessage[]>();
  readonly conversation: Conversation;

  constructor(conversation: Conversation) {
    this.conversation = conversation;
  }

  /** The conversation at a position. */
  at(place: string): Conversation {
    return place
      .split("/")
      .filter(Boolean)
      .reduce((conversation, step) => {
        const [turn, index] = step.split(".").map(Number);
        return conversation[turn!]![index!]!.inner;
      }, this.conversation);
  }

  /** Every call, by position. */
  calls(conversation = this.conversation, before = ""): (readonly [string, Call])[] {
    return conversation.flatMap((turn, t) =>
      turn.flatMap((call, index) => {
        const at = `${before}${t}.${index}`;
        return [[at, call] as const, ...this.calls(call.inner, `${at}/`)];
      }),
    );
  }

  /** What the model of a call's conversation received about it. */
  resultOf(at: string): string | undefined {
    const cut = at.lastIndexOf("/");
    const [turn, index] = at
      .slice(cut + 1)
      .split(".")
      .map(Number);
    const messages = this.asked.get(cut < 0 ? "" : at.slice(0, cut)) ?? [];
    const from = messages.flatMap(({ role }, place) => (role === "assistant" ? [place] : []))[turn!];
    return from === undefined ? undefined : (messages[from + 1 + index!]?.content as string | undefined);
  }
}

/** A process with an agent. When it is dead, its work stops. */
export class Process {
  readonly agent: Agent<undefined>;
  readonly log: ConversationLog;
  readonly death = Promise.withResolvers<"dead">();
  isDead = false;
  #runsLeft: number;

  constructor(
    log: ConversationLog,
    options: Partial<AgentOptions<undefined>> & { readonly killInRun?: number; readonly toolConcurrency: number },
  ) {
    const { killInRun = Number.POSITIVE_INFINITY, ...own } = options;
    this.log = log;
    this.#runsLeft = killInRun;
    let agent: Agent<undefined> | undefined;
    for (let depth = 0; depth < 3; depth++)
      agent = createAgent({
        model: "any/model",
        name: "agent",
        client: createScriptedClient(
          Array.from({ length: 500 }, () => (request: ChatCompletionRequest) => this.#answer(request)),
        ).client,
        tools: [...this.#tools(), ...(agent ? [agent] : [])],
        ...(depth < 2 ? { toolConcurrency: own.toolConcurrency } : own),
      });
    this.agent = agent!;
  }

  kill(): Promise<never> {
    this.isDead = true;
    this.death.resolve("dead");
    return new Promise(() => undefined);
  }

  #answer({ messages }: ChatCompletionRequest): ReturnType<typeof replyFor> {
    checkHistory(messages);
    const place = (messages[0]!.content as string).replace("Do ", "");
    this.log.asked.set(place, messages);
    const turn = messages.filter(({ role }) => role === "assistant").length;
    return replyFor(this.log.at(place)[turn], place, turn);
  }

  #tools(): Tool[] {
    const input = z.object({ at: z.string(), note: z.string() });
    const run =
      (kind: Kind, work: (at: string, tries: number) => string) =>
      async (
        { at, note }: { at: string; note: string },
        { idempotencyKey: key }: { idempotencyKey: string },
      ): Promise<string> => {
        if (this.isDead) return this.kill();
        this.log.runs.push({ at, kind, key, input: note });
        if (this.#runsLeft-- <= 0) return this.kill();
        await new Promise((resolve) => setImmediate(resolve));
        if (this.isDead) return this.kill();
        return work(at, this.log.runs.filter((one) => one.at === at).length);
      };
    const done = (at: string): string => `done ${at}`;
    const fail = (at: string): never => {
      throw new Error(`broken ${at}`);
    };
    return [
      tool({ name: "free", inputSchema: input, execute: run("free", done) }),
      tool({ name: "asking", inputSchema: input, needsApproval: true, execute: run("asking", done) }),
      tool({ name: "manual", inputSchema: input }),
      tool({ name: "failing", inputSchema: input, execute: run("failing", fail) }),
      tool({
        name: "retrying",
        inputSchema: input,
        maxRetries: 1,
        execute: run("retrying", (at, tries) => (tries === 1 ? fail(at) : done(at))),
      }),
      tool({ name: "idempotent", inputSchema: input, idempotent: true, execute: run("idempotent", done) }),
    ];
  }
}

/** Models reuse ids, here even within each other. */
function replyFor(
  turn: readonly Call[] | undefined,
  place: string,
  number: number,
): string | { toolCalls: { name: string; id: string; arguments: object }[] } {
  if (!turn) return `final ${place}`;
  return {
    toolCalls: turn.map(({ kind }, index) => {
      const at = `${place && `${place}/`}${number}.${index}`;
      return {
        name: kind,
        id: `c${index}`,
        arguments: kind === "agent" ? { input: `Do ${at}` } : { at, note: "as is" },
      };
    }),
  };
}

/** Throws unless each call has one result, directly after its response, in the order of the calls, and each result its call. */
export function checkHistory(messages: readonly ChatMessage[]): void {
  for (let at = 0; at < messages.length; at++) {
    const message = messages[at]!;
    if (message.role === "tool") throw new Error(`A result without its call, at ${at} of ${JSON.stringify(messages)}`);
    if (message.role !== "assistant") continue;
    for (const { id } of message.tool_calls ?? []) {
      const result = messages[++at];
      if (result?.role !== "tool" || result.tool_call_id !== id)
        throw new Error(`The call ${id} has no result at ${at} of ${JSON.stringify(messages)}`);
    }
  }
}

/** What can be decided about a call. */
export type Choice = "approve" | "change" | "reject" | "result" | "nothing";

/** Random decisions on pending calls; `what` receives each decision with its position. */
export function decide(
  pending: readonly PendingCall[],
  choose: () => Choice,
  what: (at: string, choice: Choice) => void,
): Required<Decisions> {
  const decisions = {
    approve: {} as Record<string, unknown>,
    reject: {} as Record<string, string>,
    results: {} as Record<string, unknown>,
  };
  const take = ({ id, manual, input }: PendingCall, wanted: Choice): void => {
    const choice = manual && (wanted === "approve" || wanted === "change") ? "result" : wanted;
    const { at } = input as { at: string };
    if (choice === "approve") decisions.approve[id] = undefined;
    if (choice === "change") decisions.approve[id] = { at, note: "changed" };
    if (choice === "reject") decisions.reject[id] = `no ${at}`;
    if (choice === "result") decisions.results[id] = `given ${at}`;
    what(at, choice);
  };
  const choices = pending.map(choose);
  const isIdle = choices.every((choice) => choice === "nothing");
  for (const [index, call] of pending.entries()) take(call, isIdle && index === 0 ? "approve" : choices[index]!);
  return decisions;
}

/** What a database does: strings, and one revision after another. */
export class StringStore implements SessionStore {
  readonly kept = new Map<string, string>();
  readonly #before: (save: number) => Promise<void> | void;
  readonly #after: (save: number) => Promise<void> | void;
  saves = 0;
  /** Saves in progress at the same time, at most. */
  most = 0;
  #open = 0;

  constructor(
    before: (save: number) => Promise<void> | void = () => undefined,
    after: (save: number) => Promise<void> | void = () => undefined,
  ) {
    this.#before = before;
    this.#after = after;
  }

  state(session: string): RunState | undefined {
    const text = this.kept.get(session);
    return text === undefined ? undefined : (JSON.parse(text) as RunState);
  }

  readonly load = (session: string): Promise<RunState | undefined> => Promise.resolve(this.state(session));

  readonly save = async (session: string, state: RunState): Promise<void> => {
    const save = ++this.saves;
    this.most = Math.max(this.most, ++this.#open);
    try {
      await this.#before(save);
      const last = this.state(session)?.revision ?? 0;
      if (state.revision !== last + 1) throw new SessionConflictError(session, last, state.revision);
      this.kept.set(session, JSON.stringify(state));
      await this.#after(save);
    } finally {
      this.#open--;
    }
  };
}
