// The baseline for typed output: fetch, a minimal parser, and `JSON.parse` at the end. It shows nothing before the end.
import { ended } from "../typed-text.mjs";

const headers = { "content-type": "application/json", authorization: "Bearer x" };

export async function run(baseURL) {
  const body = JSON.stringify({ model: "any/model", messages: [{ role: "user", content: "go" }], stream: true });
  const response = await fetch(`${baseURL}/chat/completions`, { method: "POST", headers, body });
  const decoder = new TextDecoder();
  let text = "";
  let rest = "";
  for await (const bytes of response.body) {
    const parts = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
    rest = parts.pop();
    for (const part of parts)
      if (part !== "data: [DONE]") text += JSON.parse(part.slice(6)).choices[0]?.delta.content ?? "";
  }
  return ended(JSON.parse(text));
}
