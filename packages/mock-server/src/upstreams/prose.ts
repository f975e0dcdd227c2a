import type { UnifiedRequest } from "@patchbay/service/parts/unified-request";
import { lastTurn } from "@patchbay/service/messages/last-turn";
import { textOf } from "@patchbay/service/messages/message-text";
import { isPlain, topicsOf, wordsOf } from "@patchbay/engine/data/bm25";
import { getOwn } from "@patchbay/engine/data/get-own";
import { createRandom, type Random } from "@patchbay/engine/data/random";
import { drawImage } from "./images.ts";
import { fromSchema, type Callable } from "./schema.ts";
import { toOutputParts } from "@patchbay/service/upstreams/model-output";
import type { SimulatedUpstream, SimulationContext } from "@patchbay/service/upstreams/upstream";

/**
 * Replies in plain sentences about the question, and never claims to be a real model. Calls a tool if the user message
 * mentions its purpose, and returns valid JSON for a JSON Schema.
 */
export const prose: SimulatedUpstream = {
  stream(request, context) {
    // The start of a question shows its topic.
    const asked = lastText(request, "user").slice(0, 2000);
    const topics = topicsOf(asked);
    const stems = new Set(topics.map((word) => word.slice(0, 6)));
    const answered = fromSchema(request, context, (tool) => speaksOf(stems, tool));
    if (answered) return toOutputParts(answered);
    const random = createRandom(context.seed);
    const reasoning = thinks(request, context) ? thought(topics, random) : undefined;
    const images = request.modalities?.includes("image") ? [drawImage(asked)] : undefined;
    return toOutputParts({
      content: write(request, context, { asked, topics, random }),
      ...(reasoning && { reasoning }),
      ...(images && { images }),
    });
  },
};

const serverTopics: Readonly<Record<string, readonly string[]>> = {
  "openrouter:datetime": ["time", "date", "today", "clock", "day", "hour"],
  "openrouter:web_fetch": ["fetch", "page", "url", "https", "http"],
  "openrouter:experimental__search_models": ["models", "model", "catalog"],
};
const searchTopics = ["search", "web", "latest", "news", "current", "find", "look", "recent"];

/** Whether a text mentions the purpose of a tool: a word of its name, or two words of its description. */
function speaksOf(stems: ReadonlySet<string>, { name, description }: Callable): boolean {
  const has = (word: string): boolean => stems.has(word.slice(0, 6));
  if (name.includes("web_search")) return searchTopics.some(has);
  const own = getOwn(serverTopics, name);
  if (own) return own.some(has);
  const ofName = wordsOf(name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").replaceAll(/[_-]/g, " "));
  if (ofName.some((word) => word.length > 3 && !isPlain(word) && has(word))) return true;
  return topicsOf(description).filter(has).length >= 2;
}

function lastText({ messages }: UnifiedRequest, role: string): string {
  const message = messages.findLast((candidate) => candidate.role === role);
  return message ? textOf(message) : "";
}

/** Whether the output has reasoning: if it is mandatory for the model, or if the request asks for it. */
function thinks({ reasoning, reasoning_effort: short }: UnifiedRequest, { model }: SimulationContext): boolean {
  const effort = reasoning?.effort ?? short;
  if (!model.data.reasoning || effort === "none" || reasoning?.enabled === false) return false;
  return Boolean(effort ?? reasoning?.enabled ?? reasoning?.max_tokens) || model.data.reasoning.mandatory;
}

function thought(topics: readonly string[], random: Random): string {
  const about = topics.length > 0 ? topics.slice(0, 3).join(", ") : "what was asked";
  return pick(
    [`The question is about ${about}. A short answer will do.`, `This concerns ${about}; say what matters first.`],
    random,
  );
}

const openings = ["Here is a short answer", "In short", "A made-up answer, as a stand-in would give it", "Briefly"];
const greetings = /^\s*(?:hi|hello|hey|good (?:morning|evening|day))\b/i;

/** The question, its topics, and random numbers. */
interface Question {
  readonly asked: string;
  readonly topics: readonly string[];
  readonly random: Random;
}

function write(request: UnifiedRequest, { model }: SimulationContext, { asked, topics, random }: Question): string {
  const { messages } = request;
  if (lastTurn(messages)?.role === "tool") return `The tool says: ${lastText(request, "tool")}`;
  const { name = model.id } = model.data;
  if (greetings.test(asked)) return `Hello! I am a stand-in for ${name}. What would you like to know?`;
  if (topics.length === 0) return `This is a stand-in for ${name}; it has read your message and has nothing to add.`;
  const opening = `${pick(openings, random)}, written by a stand-in for ${name}.`;
  const wanted = getOwn(sentenceCounts, request.verbosity ?? "medium") ?? 2;
  const said = topics
    .slice(0, wanted)
    .map((topic, index) => sentence(topic, topics[(index + 1) % topics.length]!, random));
  return [opening, ...said].join(" ");
}

/** Verbosity → number of sentences. */
const sentenceCounts: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3, xhigh: 4, max: 4 };

function sentence(topic: string, other: string, random: Random): string {
  const subject = topic[0]!.toUpperCase() + topic.slice(1);
  if (topic === other) return `${subject} is the one thing to look at here.`;
  return pick(sentences, random)(topic, other, subject);
}

const sentences: readonly ((topic: string, other: string, subject: string) => string)[] = [
  (_, other, subject) => `${subject} comes first, since ${other} depends on it.`,
  (topic, other) => `For ${topic}, start with what you know of ${other}.`,
  (_, other, subject) => `${subject} and ${other} belong together: change one and look at the other.`,
  (topic, other) => `What matters about ${topic} is how it meets ${other}.`,
];

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}
