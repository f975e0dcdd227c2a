// What a CommonJS program does with the installed packages, on the oldest Node that can `require` an ES module.
const assert = require("node:assert/strict");
const { ApiError, Patchbay } = require("@patchbay/client");
const { chatCompletionsCreate, createClient } = require("@patchbay/client/functions");
const { toImagePart } = require("@patchbay/client/content");
const { getCost } = require("@patchbay/client/money");
const { operationCalls } = require("@patchbay/spec");

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: 0.5 };
const whole = {
  id: "gen-1",
  choices: [{ index: 0, message: { role: "assistant", content: "Hi" }, finish_reason: "stop" }],
  usage,
};
const chunk = { id: "gen-1", choices: [{ index: 0, delta: { content: "Hi" }, finish_reason: "stop" }] };
const fetch = async (request) => {
  const { stream, model } = await request.json();
  if (model === "none") return Response.json({ error: { code: 404, message: "no such model" } }, { status: 404 });
  const events = `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`;
  return stream ? new Response(events, { headers: { "content-type": "text/event-stream" } }) : Response.json(whole);
};
const options = { apiKey: "k", fetch };
const request = { model: "any/model", messages: [{ role: "user", content: "Hi" }] };

void (async () => {
  const client = new Patchbay(options);
  const reply = await client.chat.completions.create(request);
  assert.equal(reply.choices[0].message.content, "Hi");
  assert.ok(getCost(reply) > 0n);
  const stream = client.chat.completions.stream(request);
  assert.equal((await stream.final()).choices[0].message.content, "Hi");
  const output = { type: "object", properties: {} };
  await assert.rejects(client.chat.completions.parse({ ...request, output }), { name: "OutputError" });
  // Parts that are loaded at the first call.
  const { type } = (await client.chat.completions.stream(request).events().next()).value;
  assert.equal(type, "text-delta");
  assert.match(await (await client.chat.completions.stream(request).toResponse()).text(), /\[DONE\]/);
  await assert.rejects(
    client.chat.completions.create({ ...request, model: "none" }),
    (error) => error instanceof ApiError,
  );
  assert.equal((await chatCompletionsCreate(createClient(options), request)).id, "gen-1");
  const { image_url: image } = await toImagePart(Uint8Array.of(1, 2), { mediaType: "image/png" });
  assert.equal(image.url, "data:image/png;base64,AQI=");
  assert.equal(Object.keys(operationCalls).length > 10, true);
  // `require` and `import` give the same module.
  assert.equal((await import("@patchbay/client")).Patchbay, Patchbay);
  console.log(`The client runs from CommonJS on ${globalThis.Bun ? "Bun" : `Node ${process.version}`}.`);
})();
