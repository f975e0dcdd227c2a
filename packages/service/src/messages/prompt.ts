import type { ChatCompletionRequest, ChatMessage, ContentPart } from "@patchbay/spec";
import { anHour, fiveMinutes, type PromptPrefix } from "@patchbay/engine/billing/prompt-cache";
import { hashText } from "@patchbay/engine/data/random";
import { outlineOf } from "../json/json-outline.ts";
import { HttpError } from "../http/http-error.ts";
import type { Tokenizer } from "./tokenizer.ts";
import { countMessage, countTools } from "./message-tokens.ts";

/** The size of a prompt, in tokens of the common tokenizer. */
export interface Prompt {
  readonly tokens: number;
  readonly audioTokens: number;
  readonly images: number;
  readonly files: number;
  readonly recordings: number;
  /** Input modalities other than text. */
  readonly modalities: readonly string[];
  /** Tokens of the tools, then of each message. */
  readonly parts: readonly number[];
  /** Audio tokens of the prompt. */
  readonly audioParts: readonly number[];
  /** Image tokens of the prompt. */
  readonly imageParts: readonly number[];
}

/** Tokens of an image at low detail, whatever its size. */
export const imageTokens = 258;
/** Base64 characters of audio per token. */
const charactersPerAudioToken = 800;

/** Counts a prompt: three tokens per message, three for the start of the completion, and the contents. */
export function measure({ messages, tools }: ChatCompletionRequest, tokenizer: Tokenizer): Prompt {
  const media = { audioTokens: 0, images: 0, files: 0, recordings: 0 };
  const found: string[] = [];
  const parts: number[] = [countTools(tools, tokenizer)];
  const audioParts: number[] = [0];
  const imageParts: number[] = [0];
  for (const message of messages) {
    const { audioTokens: audioBefore, images: imagesBefore } = media;
    let tokens = 3 + countMessage(message, tokenizer);
    if (typeof message.content === "object" && message.content)
      for (const part of message.content as readonly ContentPart[]) tokens += countMedia(part, media, found);
    parts.push(tokens);
    audioParts.push(media.audioTokens - audioBefore);
    imageParts.push((media.images - imagesBefore) * imageTokens);
  }
  let tokens = 3;
  for (const count of parts) tokens += count;
  const { audioTokens, images, files, recordings } = media;
  return { tokens, audioTokens, images, files, recordings, modalities: found, parts, audioParts, imageParts };
}

interface Media {
  audioTokens: number;
  images: number;
  files: number;
  recordings: number;
}

function countMedia(part: ContentPart, media: Media, found: string[]): number {
  const find = (modality: string): void => void (found.includes(modality) || found.push(modality));
  switch (part.type) {
    case "image_url":
      media.images++;
      find("image");
      return imageTokens;
    case "input_audio": {
      const tokens = Math.max(Math.ceil(part.input_audio.data.length / charactersPerAudioToken), 1);
      media.audioTokens += tokens;
      media.recordings++;
      find("audio");
      return tokens;
    }
    case "file":
      media.files++;
      find("file");
      return imageTokens;
    case "video_url":
      find("video");
      return 10 * imageTokens;
    default:
      return 0;
  }
}

/**
 * The number of prefixes at the end of a prompt that can be found again, in addition to the marked ones. A conversation
 * grows by fewer messages between two requests, and a larger number would evict the prefixes of other conversations
 * from the cache.
 */
const mostPrefixes = 1000;

/** The prefixes of a prompt that a cache may store, including those that the caller marked. */
export function prefixesOf(
  { messages, tools = [], cache_control: automatic }: ChatCompletionRequest,
  { parts, audioParts, imageParts }: Prompt,
  tokenFactor: number,
): PromptPrefix[] {
  let marks = 0;
  const markOf = (marked: readonly (Mark | null | undefined)[]): number | undefined => {
    const given = marked.filter((mark) => mark !== undefined && mark !== null);
    marks += given.length;
    if (given.length === 0) return undefined;
    return given.some(({ ttl }) => ttl === "1h") ? anHour : fiveMinutes;
  };
  let hash = 0;
  let tokens = 0;
  let audio = 0;
  let image = 0;
  const prefixes: PromptPrefix[] = [];
  const add = (content: unknown, part: number, ttl: number | undefined): void => {
    hash = hashText(outlineOf(content), hash % 4_294_967_291);
    tokens += parts[part]!;
    audio += audioParts[part]!;
    image += imageParts[part]!;
    if (ttl === undefined && part < parts.length - mostPrefixes) return;
    prefixes.push({
      hash,
      tokens: Math.ceil(tokens * tokenFactor),
      ...(audio > 0 && { audioTokens: Math.ceil(audio * tokenFactor) }),
      ...(image > 0 && { imageTokens: Math.ceil(image * tokenFactor) }),
      ...(ttl !== undefined && { ttl }),
    });
  };
  if (tools && tools.length > 0) add(tools, 0, markOf(tools.map((tool) => (tool as Marked).cache_control)));
  for (const [index, message] of messages.entries()) {
    const content = typeof message.content === "object" ? ((message.content ?? []) as readonly Marked[]) : [];
    const calls = "tool_calls" in message ? ((message.tool_calls ?? []) as readonly Marked[]) : [];
    const last = index === messages.length - 1 && automatic ? [automatic] : [];
    const ttl = markOf([...[...content, ...calls].map((part) => part.cache_control), ...last]);
    add(withoutMarks(message), index + 1, ttl);
  }
  if (marks > 4)
    throw new HttpError(400, `A prompt may have 4 blocks with cache_control; this one has ${marks}. Mark fewer.`);
  return prefixes;
}

interface Mark {
  readonly ttl?: string | null | undefined;
}

interface Marked {
  readonly cache_control?: Mark | null;
}

/** A mark that moves with the conversation does not change the cached content. */
function withoutMarks(message: ChatMessage): unknown {
  if (typeof message.content !== "object" || message.content === null) return message;
  const content = (message.content as readonly (ContentPart & Marked)[]).map(({ cache_control: _, ...part }) => part);
  // A single text part is the same prompt as a plain string.
  const [only] = content;
  return content.length === 1 && only?.type === "text"
    ? { ...message, content: (only as { text: string }).text }
    : { ...message, content };
}
