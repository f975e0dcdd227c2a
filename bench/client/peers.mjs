// How each client requests a completion and reads a stream. `ask` returns the text, `read` the number of chunks.
const body = { model: "m", messages: [{ role: "user", content: "hi" }] };
const headers = { authorization: "Bearer k", "content-type": "application/json" };

async function count(events, piece = (event) => event.choices[0]?.delta.content) {
  let pieces = 0;
  for await (const event of events) if (piece(event)) pieces++;
  return pieces;
}

/** A minimal stream parser: events of one line, each ended by an empty line. It reads to the end, so that the connection can be used again. */
async function* minimal(response) {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of response.body) {
    rest += decoder.decode(bytes, { stream: true });
    let at = 0;
    for (let end; (end = rest.indexOf("\n\n", at)) >= 0; at = end + 2) {
      const data = rest.slice(at + 6, end);
      if (data !== "[DONE]") yield JSON.parse(data);
    }
    rest = rest.slice(at);
  }
}

export const peers = {
  async "bare fetch"(baseURL) {
    const post = (more) =>
      fetch(`${baseURL}/chat/completions`, { method: "POST", headers, body: JSON.stringify({ ...body, ...more }) });
    return {
      ask: async () => (await (await post()).json()).choices[0].message.content,
      read: async () => count(minimal(await post({ stream: true }))),
    };
  },
  async "bare ky"(baseURL) {
    const { default: ky } = await import("ky");
    const http = ky.create({ retry: 0, timeout: false, throwHttpErrors: false });
    const post = (more) =>
      http(`${baseURL}/chat/completions`, { method: "POST", headers, body: JSON.stringify({ ...body, ...more }) });
    return {
      ask: async () => JSON.parse(await (await post()).text()).choices[0].message.content,
      read: async () => count(minimal(await post({ stream: true }))),
    };
  },
  // The cost of an abortable call: ky combines the signal with its own.
  async "bare ky, with a signal"(baseURL) {
    const { default: ky } = await import("ky");
    const http = ky.create({ retry: 0, timeout: false, throwHttpErrors: false });
    return {
      ask: async () => {
        const { signal } = new AbortController();
        const init = { method: "POST", headers, body: JSON.stringify(body), signal };
        return JSON.parse(await (await http(`${baseURL}/chat/completions`, init)).text()).choices[0].message.content;
      },
    };
  },
  async ours(baseURL) {
    const { Patchbay } = await import("@patchbay/client");
    const client = new Patchbay({ apiKey: "k", baseURL });
    return {
      ask: async () => (await client.chat.completions.create(body)).choices[0].message.content,
      read: () => count(client.chat.completions.stream(body)),
    };
  },
  async "ours, events()"(baseURL) {
    const { Patchbay } = await import("@patchbay/client");
    const client = new Patchbay({ apiKey: "k", baseURL });
    return { read: () => count(client.chat.completions.stream(body).events(), ({ type }) => type === "text-delta") };
  },
  async openai(baseURL) {
    const { default: OpenAI } = await import("openai");
    const client = new OpenAI({ apiKey: "k", baseURL });
    return {
      ask: async () => (await client.chat.completions.create(body)).choices[0].message.content,
      read: async () => count(await client.chat.completions.create({ ...body, stream: true })),
    };
  },
  async "@openrouter/sdk"(serverURL) {
    const { OpenRouter } = await import("@openrouter/sdk");
    const client = new OpenRouter({ apiKey: "k", serverURL });
    return {
      ask: async () => (await client.chat.send({ chatRequest: body })).choices[0].message.content,
      read: async () => count(await client.chat.send({ chatRequest: { ...body, stream: true } })),
    };
  },
  async "ai + openrouter"(baseURL) {
    const { generateText, streamText } = await import("ai");
    const { createOpenRouter } = await import("@openrouter/ai-sdk-provider");
    const model = createOpenRouter({ apiKey: "k", baseURL })("m");
    return {
      ask: async () => (await generateText({ model, prompt: "hi" })).text,
      read: () => count(streamText({ model, prompt: "hi" }).textStream, (text) => text),
    };
  },
};
