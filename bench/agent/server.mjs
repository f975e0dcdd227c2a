// A model that responds immediately, as chat completions or responses, streamed or not. Prints its port. Base URLs:
// `/steps/N/v1`: it calls one tool N times; `/typed/N/v1`: it streams a JSON object of N KB in pieces of 40 characters.
import { createServer } from "node:http";
import { typedText } from "./typed-text.mjs";

const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110, cost: 0.0001 };

function write(response, type, text) {
  response.writeHead(200, { "content-type": type, "content-length": Buffer.byteLength(text) }).end(text);
}
const lines = (events, named) =>
  events.map((event) => `${named ? `event: ${event.type}\n` : ""}data: ${JSON.stringify(event)}\n\n`).join("");

function chat(response, steps, { messages, model, stream }) {
  const done = messages.filter(({ role }) => role === "tool").length;
  const head = { id: `gen-${done}`, created: 1_700_000_000, model, provider: "Bench" };
  const call = { id: `call_${done}`, type: "function", function: { name: "noop", arguments: `{"n":${done}}` } };
  const isCall = done < steps;
  const reason = isCall ? "tool_calls" : "stop";
  if (!stream) {
    const message = isCall
      ? { role: "assistant", content: null, tool_calls: [call] }
      : { role: "assistant", content: "done" };
    const choices = [{ index: 0, finish_reason: reason, logprobs: null, message }];
    const body = { ...head, object: "chat.completion", system_fingerprint: null, choices, usage };
    return write(response, "application/json", JSON.stringify(body));
  }
  const chunk = chunkOf(head);
  const part = (text) => ({ tool_calls: [{ index: 0, function: { arguments: text } }] });
  const events = isCall
    ? [
        chunk({
          role: "assistant",
          content: null,
          tool_calls: [{ index: 0, ...call, function: { name: "noop", arguments: "" } }],
        }),
        chunk(part('{"n":')),
        chunk(part(`${done}}`)),
      ]
    : [chunk({ role: "assistant", content: "" }), chunk({ content: "do" }), chunk({ content: "ne" })];
  return writeChunks(response, head, [...events, chunk({}, reason)]);
}

const chunkOf =
  (head) =>
  (delta, finish_reason = null) => ({
    ...head,
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason }],
  });

function writeChunks(response, head, chunks) {
  const last = { ...head, object: "chat.completion.chunk", choices: [], usage };
  write(response, "text/event-stream", `${lines([...chunks, last])}data: [DONE]\n\n`);
}

/** A stream of typed output. */
function typed(response, kilobytes, { model }) {
  const head = { id: "gen-typed", created: 1_700_000_000, model, provider: "Bench" };
  const chunk = chunkOf(head);
  const pieces = typedText(kilobytes).match(/.{1,40}/gs);
  const chunks = [{ role: "assistant", content: "" }, ...pieces.map((content) => ({ content }))];
  writeChunks(response, head, [...chunks.map((delta) => chunk(delta)), chunk({}, "stop")]);
}

/** For the peer that uses the Responses API. */
function responses(response, steps, { input, model, tools }) {
  const done = (Array.isArray(input) ? input : []).filter(({ type }) => type === "function_call_output").length;
  const item =
    done < steps
      ? {
          type: "function_call",
          id: `fc_${done}`,
          call_id: `call_${done}`,
          name: "noop",
          arguments: `{"n":${done}}`,
          status: "completed",
        }
      : {
          type: "message",
          id: `msg_${done}`,
          role: "assistant",
          status: "completed",
          content: [{ type: "output_text", text: "done", annotations: [], logprobs: [] }],
        };
  const details = { input_tokens_details: { cached_tokens: 0 }, output_tokens_details: { reasoning_tokens: 0 } };
  const body = (status, output) => ({
    id: `resp_${done}`,
    object: "response",
    created_at: 1,
    completed_at: status === "completed" ? 2 : null,
    status,
    model,
    output,
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: null,
    parallel_tool_calls: true,
    temperature: 1,
    top_p: 1,
    presence_penalty: 0,
    frequency_penalty: 0,
    tool_choice: "auto",
    tools: tools ?? [],
    usage:
      status === "completed"
        ? { input_tokens: 100, output_tokens: 10, total_tokens: 110, cost: 0.0001, ...details }
        : null,
  });
  const place = { output_index: 0, item_id: item.id };
  const inner =
    item.type === "function_call"
      ? [
          { type: "response.function_call_arguments.delta", ...place, delta: item.arguments },
          { type: "response.function_call_arguments.done", ...place, name: "noop", arguments: item.arguments },
        ]
      : [
          { type: "response.content_part.added", ...place, content_index: 0, part: { ...item.content[0], text: "" } },
          { type: "response.output_text.delta", ...place, content_index: 0, delta: "done", logprobs: [] },
          { type: "response.output_text.done", ...place, content_index: 0, text: "done", logprobs: [] },
          { type: "response.content_part.done", ...place, content_index: 0, part: item.content[0] },
        ];
  const begun = { ...item, status: "in_progress", ...(item.arguments ? { arguments: "" } : { content: [] }) };
  const events = [
    { type: "response.created", response: body("in_progress", []) },
    { type: "response.in_progress", response: body("in_progress", []) },
    { type: "response.output_item.added", output_index: 0, item: begun },
    ...inner,
    { type: "response.output_item.done", output_index: 0, item },
    { type: "response.completed", response: body("completed", [item]) },
  ].map((event, sequence_number) => ({ ...event, sequence_number }));
  write(response, "text/event-stream", lines(events, true));
}

createServer((request, response) => {
  let text = "";
  request.on("data", (part) => (text += part));
  request.on("end", () => {
    const [, kind, number] = request.url.split("/");
    const reply = request.url.endsWith("/responses") ? responses : kind === "typed" ? typed : chat;
    reply(response, Number(number), JSON.parse(text));
  });
}).listen(0, "127.0.0.1", function () {
  console.log(this.address().port);
});
