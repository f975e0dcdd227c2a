// The baseline: fetch and a loop.
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
    const body = JSON.stringify({ model: "any/model", messages, tools });
    const { choices } = await (await fetch(`${baseURL}/chat/completions`, { method: "POST", headers, body })).json();
    const { message } = choices[0];
    messages.push(message);
    if (!message.tool_calls) return message.content;
    for (const call of message.tool_calls) {
      const { n } = JSON.parse(call.function.arguments);
      messages.push({ role: "tool", tool_call_id: call.id, content: JSON.stringify({ ok: n }) });
    }
  }
}
