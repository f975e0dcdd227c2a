// Images and files as parts of a message.
import { Patchbay, PatchbayError, type FilePart, type ImagePart } from "@patchbay/client";
import { toFilePart, toImagePart, type BinarySource } from "@patchbay/client/content";
import { createMockServer } from "@patchbay/mock-server";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test, vi } from "vitest";
import { expectLinear } from "../support/linear.ts";

const png = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
const pngUrl = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;

let folder = "";
let path = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "patchbay images "));
  path = join(folder, "one pixel.png");
  await writeFile(path, png);
});

afterAll(async () => rm(folder, { recursive: true }));

async function refused(work: Promise<unknown>): Promise<PatchbayError> {
  const error: unknown = await work.then(
    () => expect.fail("nothing was thrown"),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(PatchbayError);
  return error as PatchbayError;
}

const first = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("toImagePart", () => {
  test.each<[name: string, source: () => BinarySource]>([
    ["a path", () => path],
    ["the text of a file URL", () => pathToFileURL(path).href],
    ["a file URL", () => pathToFileURL(path)],
    ["a Uint8Array", () => png],
    ["a Buffer", () => Buffer.from(png)],
    ["a part of a larger array", () => Uint8Array.from([1, 2, 3, ...png, 4]).subarray(3, 3 + png.length)],
    ["an ArrayBuffer", () => png.buffer],
    ["a Blob without a type", () => new Blob([png])],
    ["a Blob with its type", () => new Blob([png], { type: "image/png" })],
    ["a Blob whose type says nothing", () => new Blob([png], { type: "application/octet-stream" })],
  ])("converts %s to a data URL with the media type detected from its first bytes", async (_, source) => {
    expect(await toImagePart(source())).toEqual({ type: "image_url", image_url: { url: pngUrl } });
  });

  test.each([
    "https://notes.example/cat.png",
    "http://notes.example/cat.png?size=2",
    "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
  ])("passes a URL on unchanged: %s", async (url) => {
    expect((await toImagePart(url)).image_url.url).toBe(url);
    expect((await toImagePart(new URL(url))).image_url.url).toBe(url);
  });

  test.each([
    ["image/png", "\u0089PNG\r\n\u001A\n"],
    ["image/jpeg", "\u00FF\u00D8\u00FF\u00E0"],
    ["image/gif", "GIF89a"],
    ["image/webp", "RIFF\u0001\u0002\u0003\u0004WEBPVP8 "],
    ["image/avif", "\u0000\u0000\u0000\u0020ftypavif"],
    ["application/pdf", "%PDF-1.7"],
  ])("detects the media type of %s", async (type, bytes) => {
    const { image_url: image } = await toImagePart(first(bytes));
    expect(image.url.split(";")[0]).toBe(`data:${type}`);
  });

  test("refuses an unknown media type with an error that shows the bytes and the option", async () => {
    const { message } = await refused(toImagePart(first("hello you")));
    expect(message).toBe(
      "The media type cannot be detected from the first bytes (68656c6c6f20796f). Pass it as `mediaType`, such as image/png.",
    );
    await refused(toImagePart(new Uint8Array()));
    await refused(toImagePart(first("RIFF\u0001\u0002\u0003\u0004WAVEfmt ")));
  });

  test("accepts an unknown media type with mediaType or the type of a Blob", async () => {
    const svg = first("<svg/>");
    const url = "data:image/svg+xml;base64,PHN2Zy8+";
    expect((await toImagePart(svg, { mediaType: "image/svg+xml" })).image_url.url).toBe(url);
    expect((await toImagePart(new Blob([svg], { type: "image/svg+xml" }))).image_url.url).toBe(url);
  });

  test("prefers mediaType to the detected type", async () => {
    expect((await toImagePart(png, { mediaType: "image/x-odd" })).image_url.url).toMatch(/^data:image\/x-odd;base64,/);
  });

  test("sets the requested detail", async () => {
    expect(await toImagePart(png, { detail: "low" })).toEqual({
      type: "image_url",
      image_url: { url: pngUrl, detail: "low" },
    });
    expectTypeOf(toImagePart).returns.resolves.toEqualTypeOf<ImagePart>();
  });

  test("throws an error that names a missing file and has the cause", async () => {
    const missing = join(folder, "none.png");
    for (const source of [missing, pathToFileURL(missing)]) {
      const { message, cause } = await refused(toImagePart(source));
      expect(message).toContain(`${String(source)} cannot be read: ENOENT`);
      expect(cause).toMatchObject({ code: "ENOENT" });
    }
  });

  test("encodes many megabytes without a change", async () => {
    const large = new Uint8Array(8_000_000).map((_, index) => index % 251);
    large.set(png);
    const { image_url: image } = await toImagePart(large);
    const bytes = Buffer.from(image.url.slice("data:image/png;base64,".length), "base64");
    expect(bytes.equals(large)).toBe(true);
  });

  test("returns a part that a chat accepts and charges as an image", async () => {
    // The model is in service.
    const server = createMockServer({ script: () => "A single pixel.", now: () => Date.UTC(2026, 0, 15) });
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
    const ask = async (...images: ImagePart[]): Promise<{ cost: number; text: string | null | undefined }> => {
      const { choices, usage } = await client.chat.completions.create({
        model: "openai/gpt-4o",
        provider: { only: ["openai"] },
        messages: [{ role: "user", content: [{ type: "text", text: "What is this?" }, ...images] }],
      });
      return { cost: usage!.cost!, text: choices[0]!.message.content };
    };
    const without = await ask();
    const { cost, text } = await ask(await toImagePart(path));
    expect(text).toBe("A single pixel.");
    expect(cost - without.cost).toBeGreaterThan(0.0036);
    const seen = server.journal.last!.input.messages as { content: unknown[] }[];
    expect(seen[0]!.content[1]).toEqual({ type: "image_url", image_url: { url: pngUrl } });
  });
});

describe("toFilePart", () => {
  const pdf = first("%PDF-1.7 hello");
  const pdfUrl = `data:application/pdf;base64,${Buffer.from(pdf).toString("base64")}`;

  test("takes the name from the path, the URL or the File", async () => {
    const report = join(folder, "report.pdf");
    await writeFile(report, pdf);
    const expected = { type: "file", file: { filename: "report.pdf", file_data: pdfUrl } };
    expect(await toFilePart(report)).toEqual(expected);
    expect(await toFilePart(pathToFileURL(report))).toEqual(expected);
    expect(await toFilePart(new File([pdf], "report.pdf"))).toEqual(expected);
    expect(await toFilePart("https://notes.example/a/report.pdf?page=2#top")).toEqual({
      type: "file",
      file: { filename: "report.pdf", file_data: "https://notes.example/a/report.pdf?page=2#top" },
    });
    expectTypeOf(toFilePart).returns.resolves.toEqualTypeOf<FilePart>();
  });

  test("names bytes and data URLs file, unless filename is set", async () => {
    expect((await toFilePart(pdf)).file.filename).toBe("file");
    expect((await toFilePart(new Blob([pdf]))).file.filename).toBe("file");
    expect((await toFilePart(pdfUrl)).file).toEqual({ filename: "file", file_data: pdfUrl });
    expect((await toFilePart(pdf, { filename: "my.pdf" })).file.filename).toBe("my.pdf");
  });

  test("requires mediaType for text", async () => {
    expect((await refused(toFilePart(first("plain words")))).message).toContain("`mediaType`");
    expect((await toFilePart(first("plain words"), { mediaType: "text/plain" })).file.file_data).toBe(
      "data:text/plain;base64,cGxhaW4gd29yZHM=",
    );
  });
});

describe("the file name of a source", () => {
  test.each([["a#b.png"], ["a?b.png"], ["a b%.png"], ["100%25.png"], ["ö.png"]])(
    "%s is that of its path and of its file: URL",
    async (name) => {
      const path = join(folder, name);
      await writeFile(path, png);
      expect((await toFilePart(path)).file.filename).toBe(name);
      expect((await toFilePart(pathToFileURL(path))).file.filename).toBe(name);
      expect((await toFilePart(pathToFileURL(path).href)).file.filename).toBe(name);
    },
  );

  test.each([
    ["HTTPS://x.example/a%20b.pdf?c=/d#e", "a b.pdf"],
    ["https://x.example/%zz.pdf", "%zz.pdf"],
    ["https://x.example/", "file"],
    ["DATA:text/plain,a/b", "file"],
  ])("passes %s on as a URL with the name %s", async (source, filename) => {
    expect((await toFilePart(source)).file).toEqual({ filename, file_data: source });
  });
});

test.each([[5], [null], [undefined], [{}], [Promise.resolve(png)]])(
  "a source that is not a path, a URL or bytes is refused (%#)",
  async (source) => {
    expect((await refused(toImagePart(source as never))).message).toMatch(/^The source must be a path/);
  },
);

test("any view of bytes is encoded within its bounds", async () => {
  const padded = new Uint8Array(png.length + 8);
  padded.set(png, 4);
  const url = async (source: BinarySource): Promise<string> => (await toImagePart(source)).image_url.url;
  expect(await url(padded.subarray(4, 4 + png.length))).toBe(pngUrl);
  expect(await url(new DataView(padded.buffer, 4, png.length))).toBe(pngUrl);
});

describe("base64 encoding", () => {
  afterEach(() => void vi.unstubAllGlobals());

  test("is the same without Buffer and without Uint8Array.toBase64, for any length", async () => {
    const lengths = [0, 1, 2, 3, 0x5fff, 0x6000, 0x6001, 100_000];
    const files = lengths.map((length) => Uint8Array.from({ length }, (_, index) => index * 7));
    const expected = files.map((bytes) => `data:a/b;base64,${Buffer.from(bytes).toString("base64")}`);
    vi.stubGlobal("Buffer", undefined);
    for (const [index, bytes] of files.entries())
      expect((await toFilePart(bytes, { mediaType: "a/b" })).file.file_data).toBe(expected[index]);
  });

  test("takes time in proportion to the bytes without Buffer", async () => {
    vi.stubGlobal("Buffer", undefined);
    const bytes = new Uint8Array(16_000_000);
    await expectLinear((size) => toImagePart(bytes.subarray(0, size), { mediaType: "image/png" }), bytes.length / 4);
  });
});
