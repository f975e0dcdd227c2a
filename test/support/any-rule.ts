// Arbitrary rules for fast-check, valid and invalid.
import fc from "fast-check";

/** JSON of any shape, including unusual values. */
export const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, "", "__proto__", -1, 1.5, 1e300, [], {}, "\n", "漢"),
);
const mostly = <T>(good: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 60, arbitrary: good }, { weight: 1, arbitrary: odd });
const some = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  mostly(
    fc.record(Object.fromEntries(Object.entries(fields).map(([name, arbitrary]) => [name, mostly(arbitrary)])), {
      requiredKeys: [],
    }),
  );
const word = fc.constantFrom("Hi", "x", "", "größer", "__proto__", "*");
const few = fc.integer({ min: 0, max: 4 });
const status = fc.constantFrom(200, 201, 204, 205, 302, 304, 400, 401, 404, 418, 429, 503, 599);
const headers = fc.dictionary(
  fc.constantFrom("x-a", "X-B", "content-type", "retry-after", "__proto__"),
  mostly(fc.oneof(word, few, fc.array(mostly(word), { maxLength: 3 }))),
  { maxKeys: 2 },
);
const matcher = fc.oneof(
  word,
  fc.record({ regex: fc.constantFrom("H", ".*", ""), flags: fc.constantFrom("i", "g", "y") }),
);
const fault = fc.oneof(
  some({ kind: fc.constantFrom("connection_reset", "truncated"), afterEvents: few, afterBytes: few }),
  some({ kind: fc.constant("connection_closed"), ms: few }),
  some({ kind: fc.constant("stall"), afterEvents: few, afterBytes: few, ms: few }),
  ...["connection_refused", "missing_done", "invalid_tool_arguments"].map((kind) => fc.constant({ kind })),
  some({ kind: fc.constant("keep_alive_comments"), count: few, everyMs: few }),
  some({ kind: fc.constantFrom("mid_stream_error", "error_in_200"), status, message: word }),
  some({ kind: fc.constant("malformed_json"), afterEvents: few }),
  some({ kind: fc.constant("wrong_content_type"), value: word }),
  some({ kind: fc.constant("leading_whitespace"), text: word }),
  some({ kind: fc.constant("usage"), how: fc.constantFrom("missing", "duplicate") }),
  some({ kind: fc.constant("finish_reason"), value: fc.oneof(word, fc.constant(null)) }),
  some({ kind: fc.constant("oversized_event"), bytes: few }),
);
const call = some({ name: word, arguments: fc.oneof(word, odd), id: word });
const annotation = some({
  type: fc.constantFrom("url_citation", "file"),
  url_citation: some({ url: word, title: word, start_index: few, end_index: few }),
});
const shared = { headers, delay: few, fault: fc.oneof(fault, fc.array(fault, { maxLength: 3 })) };
const outcome: fc.Arbitrary<unknown> = fc.oneof(
  word,
  some({
    content: word,
    reasoning: word,
    toolCalls: fc.array(call, { maxLength: 2 }),
    images: fc.array(word, { maxLength: 2 }),
    annotations: fc.array(annotation, { maxLength: 2 }),
    finishReason: word,
    nativeFinishReason: word,
    error: some({ status, message: word, errorType: word, retryAfterMs: few }),
    ...shared,
  }),
  some({ status, message: word, body: odd, ...shared }),
  some({
    raw: some({
      status,
      headers,
      text: word,
      base64: fc.constantFrom("YQ==", "?"),
      chunks: fc.array(fc.oneof(word, some({ text: word, gap: few })), { maxLength: 3 }),
      split: fc.oneof(few, fc.constantFrom("event", "line", "byte"), fc.array(few, { maxLength: 3 })),
      gap: few,
      end: fc.constantFrom("end", "cut", "stall", "reset"),
    }),
    delay: few,
  }),
);
const match = some({
  operation: fc.constantFrom("*", "chat.*", "models.list"),
  model: fc.constantFrom("openai/*", "*"),
  userMessage: matcher,
  turn: few,
  toolResult: fc.oneof(matcher, fc.boolean()),
  headers: fc.dictionary(fc.constantFrom("x-a", "X-c"), fc.oneof(matcher, fc.constant(null)), { maxKeys: 1 }),
  apiKey: word,
  body: fc.dictionary(fc.constantFrom("/model", "/messages/0"), odd, { maxKeys: 2 }),
});
const condition = fc.tuple(fc.constantFrom("match", "on"), match).map(([name, value]) => ({ [name]: value }));
/** Usually a rule of the right shape, with unusual values in a few fields. */
export const anyRule = fc
  .tuple(
    fc.record({ reply: fc.oneof(outcome, fc.array(outcome, { minLength: 1, maxLength: 3 })) }),
    fc.oneof(condition, fc.constant({})),
    fc.record(
      { name: mostly(word), times: mostly(few), probability: mostly(fc.constantFrom(0, 0.5, 1)) },
      { requiredKeys: [] },
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as unknown);
