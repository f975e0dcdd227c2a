import type { ApiError } from "@patchbay/client";

/**
 * How providers say that prompt and completion do not fit into the model's context. Observed at OpenAI, Anthropic,
 * Google, Amazon, xAI, Mistral, Cohere, DeepSeek, Moonshot, Alibaba, Groq, Together, Fireworks, Cerebras, GitHub, vLLM,
 * TGI, llama.cpp and Ollama.
 */
const phrases: readonly RegExp[] = [
  /context[ _-]?(?:length|window|size|limit)|maximum context|max_context|n_ctx/,
  /(?:prompt|inputs?|conversation|request) (?:is |are |was |has )?too (?:long|large|many tokens)/,
  /(?:input|prompt|request)(?: token)?s?(?: length| count| size)?\b.{0,40}(?:exceed|longer than|over the limit|must have less than)/,
  /token[ _]?(?:count|limit|s)?\b.{0,40}(?:exceed|too (?:many|large)|limit(?:_| was )reached|longer than|greater than the max)/,
  /exceed(?:s|ed|ing)?.{0,40}(?:token|context|prompt length|input length|max(?:imum)? length)/,
  /too many (?:input |prompt |total )?tokens/,
  /max(?:imum)?[ _](?:allowed |number of |input |prompt |sequence |model )*(?:prompt |input )?(?:length|tokens)/,
  /model_max_prompt_tokens|tokens_limit_reached|string_above_max_length|string too long|body too large for/,
  /range of input length|length of the (?:messages|prompt|input)|reduce (?:the length|your (?:prompt|input)|the (?:prompt|input))/,
  /`inputs` tokens \+ `max_new_tokens`|input tokens?\b.{0,60}context|expected maxlength: \d{5,}/,
];

/** Unambiguous phrases, even if images or files are counted as well. */
const certain =
  /maximum (?:context|prompt) length|too long to fit|context[ _](?:length|window|limit|size)[ _]exceed|exceed.{0,40}context (?:length|window|limit|size)|(?:input|prompt) token counts? .{0,20}exceed/;

/** Phrases for failures of one part of the prompt or one parameter. */
const others =
  /\b(?:quota|credits?|afford|array too long|allowed number of output tokens)\b|max_\w*tokens\W+(?:is too large|\d+ >)|(?:name|user|id|key|description|metadata\S*)'?: string too long|\b(?:image|file|audio|video|pdf|document|schema|tool name|stop sequence)s?\b|tokens? per (?:min|day|hour|second)|\bt(?:pm|pd)\b|thrott|must be (?:an? )?(?:integer|number|positive|greater|at least)|invalid type|not supported|unsupported/;

/** Whether an error says, in any provider's words, that the prompt is too long for the model. */
export function saysTooLong({ message, metadata }: ApiError): boolean {
  const { raw, provider_code: code } = metadata ?? {};
  // The message begins with the status and the client's error code, such as `bad_request`.
  const text = [message.replace(/^\d+ \w+: /, ""), code, typeof raw === "string" ? raw : toJson(raw)]
    .join(" ")
    .slice(0, 4000)
    .toLowerCase()
    .replaceAll("\\", "");
  return certain.test(text) || (phrases.some((phrase) => phrase.test(text)) && !others.test(text));
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    // Circular values contain no message.
    return "";
  }
}
