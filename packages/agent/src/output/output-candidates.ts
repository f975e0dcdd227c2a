import { balancedValues, parseRelaxed, withoutFence } from "./relaxed-json.ts";
import { withoutThinking } from "./reasoning-text.ts";

/** The maximum number of values that are validated and texts that are parsed, because a completion can be long. */
const maxValues = 20;
const maxTexts = 100;

/**
 * The values that a typed completion may contain, the most likely first: the whole text, its code fences, each object
 * and array in it. Reasoning in `<think>…</think>` is excluded.
 */
export function* candidatesOf(text: string): Generator<unknown, void> {
  let texts = 0;
  let values = 0;
  for (const json of jsonIn(text)) {
    if (texts++ >= maxTexts || values >= maxValues) return;
    const parsed = tryParse(json);
    if (!parsed) continue;
    values++;
    yield parsed.value;
  }
}

function* jsonIn(text: string): Generator<string, void> {
  const answer = withoutThinking(text);
  const isOpened = /^\s*</.test(text);
  // The tag may be part of a string in the output.
  if (!isOpened) yield withoutFence(text);
  yield withoutFence(answer);
  yield* fencedIn(answer);
  yield* balancedValues(answer);
  if (!isOpened && answer.length < text.trim().length) yield* balancedValues(text);
}

/** The contents of the code fences of a text, with and without the language name. */
function* fencedIn(text: string): Generator<string, void> {
  for (const [at, content] of text.split("```").entries()) {
    if (at % 2 === 0) continue;
    yield content.replace(/^[\w-]+(?=\s)/, "");
    yield content;
  }
}

function tryParse(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseRelaxed(json) };
  } catch {
    return undefined;
  }
}
