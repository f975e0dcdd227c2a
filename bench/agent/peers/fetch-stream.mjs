// The baseline for streams: fetch, a minimal parser, and a loop.
const tools = [
  {
    type: "function",
    function: { name: "noop", parameters: { type: "object", properties: { n: { type: "number" } }, required: ["n"] } },
  },
];
const headers = { "content-type": "application/json", authorization: "Bearer x" };

export async function run(baseURL) {
  const messages = [{ role: "user", content: "go" }];
  for (;;) {
    const body = JSON.stringify({ model: "any/model", messages, tools, stream: true });
    const response = await fetch(`${baseURL}/chat/completions`, { method: "POST", headers, body });
    const message = { role: "assistant", content: "" };
    const decoder = new TextDecoder();
    let rest = "";
    for await (const bytes of response.body) {
      const parts = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
      rest = parts.pop();
      for (const part of parts) {
        if (part === "data: [DONE]") continue;
        const delta = JSON.parse(part.slice(6)).choices[0]?.delta ?? {};
        if (delta.content) message.content += delta.content;
        for (const {
          index,
          id,
          function: { name, arguments: text },
        } of delta.tool_calls ?? []) {
          const calls = (message.tool_calls ??= []);
          calls[index] ??= { id, type: "function", function: { name, arguments: "" } };
          calls[index].function.arguments += text;
        }
      }
    }
    messages.push(message);
    if (!message.tool_calls) return message.content;
    for (const call of message.tool_calls) {
      const { n } = JSON.parse(call.function.arguments);
      messages.push({ role: "tool", tool_call_id: call.id, content: JSON.stringify({ ok: n }) });
    }
  }
}
