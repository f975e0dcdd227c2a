// PDFs are read without blocking other requests, and within limits of pages, bytes and time.
import { createMockServer } from "@patchbay/mock-server";
import { expect, test } from "vitest";
import { call, type Answer } from "../support/call.ts";
import { createPdf, type Pdf } from "../support/pdf.ts";

const server = createMockServer();

const hello = "BT /F1 12 Tf 1 1 Td (hello there) Tj ET\n";

const bodyOf = (pdf: Buffer, filename = "a.pdf"): unknown => ({
  model: "meta-llama/llama-3.3-70b-instruct",
  max_tokens: 20,
  messages: [
    {
      role: "user",
      content: [
        { type: "text", text: "Read it" },
        { type: "file", file: { filename, file_data: `data:application/pdf;base64,${pdf.toString("base64")}` } },
      ],
    },
  ],
});

const read = (pdf: Buffer, filename?: string): Promise<Answer> =>
  call(server, "/api/v1/chat/completions", { body: bodyOf(pdf, filename) });

test("the text of a PDF with several pages is read", async () => {
  const { status, body } = await read(createPdf({ content: hello, pages: 3 }));
  expect(status).toBe(200);
  expect(body.choices![0]!.message!.annotations![0]!.file!.content![0]!.text).toBe(
    ["hello there", "hello there", "hello there"].join("\n\n"),
  );
});

test.each<[string, Pdf, RegExp]>([
  ["more than 1,000 pages", { content: hello, pages: 1001 }, /has 1001 pages, more than the limit of 1000/],
  ["streams of more than 64 MiB", { content: new Uint8Array(70_000_000) }, /more than 64 MiB when it is inflated/],
])("a PDF with %s is rejected with the limit", async (_, pdf, reason) => {
  const { status, body } = await read(createPdf(pdf));
  expect(status).toBe(400);
  expect(body.error!.message).toMatch(reason);
});

test("a file that is not a PDF is rejected with a shortened name", async () => {
  const { status, text } = await read(Buffer.from("not a PDF"), "x".repeat(1_000_000));
  expect(status).toBe(400);
  expect(text).toContain("is not a readable PDF");
  expect(text.length).toBeLessThan(1000);
});

test("other requests are answered while a large PDF is read, and reading stops when the client disconnects", async () => {
  const leaving = new AbortController();
  const pdf = createPdf({ content: hello.repeat(500_000) });
  const reading = server.fetch("http://x/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: JSON.stringify(bodyOf(pdf)),
    signal: leaving.signal,
  });
  const chat = { model: "openai/gpt-5-mini", messages: [{ role: "user", content: "Hi" }] };
  expect((await call(server, "/api/v1/chat/completions", { body: chat })).status).toBe(200);
  leaving.abort(new Error("left"));
  await expect(reading).rejects.toThrow("left");
});

test("the queue of PDFs is bounded: further ones get 503, and a PDF of a disconnected client leaves the queue", async () => {
  const body = JSON.stringify(bodyOf(createPdf({ content: hello })));
  const leave = new AbortController();
  const ask = (signal?: AbortSignal): Promise<Response> =>
    server.fetch("http://localhost/api/v1/chat/completions", {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-test" },
      body,
      ...(signal && { signal }),
    });
  const refused: Response[] = [];
  const asked = Array.from({ length: 80 }, async () => {
    const response = await ask(leave.signal);
    if (response.status === 503) refused.push(response);
  });
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  expect(refused[0]!.headers.get("retry-after")).toBe("5");
  leave.abort();
  await Promise.allSettled(asked);
  expect((await ask()).status).toBe(200);
});
