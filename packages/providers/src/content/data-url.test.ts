import { expect, test } from "vitest";
import { guessMediaType, parseDataUrl, toDataUrl } from "./data-url.ts";

test.each([
  ["data:image/png;base64,AAAA", { mediaType: "image/png", base64: "AAAA" }],
  ["DATA:Image/PNG;charset=x;BASE64,AAAA", { mediaType: "image/png", base64: "AAAA" }],
  ["data:,a%20b", { mediaType: "text/plain", base64: btoa("a b") }],
  ["data:text/plain,100%", { mediaType: "text/plain", base64: btoa("100%") }],
  ["data:image/png;base64", undefined],
  ["https://pier.example/a.png", undefined],
  ["", undefined],
])("the URL %s is read", (url, expected) => {
  expect(parseDataUrl(url)).toEqual(expected);
});

test("a data URL that is written is read back", () => {
  const data = { mediaType: "image/webp", base64: "UklG" };
  expect(parseDataUrl(toDataUrl(data))).toEqual(data);
});

test.each([
  ["https://pier.example/a.JPG?size=2#x", "image/jpeg"],
  ["report.pdf", "application/pdf"],
  ["https://pier.example/a", undefined],
  ["x.constructor", undefined],
])("the media type of %s is %s", (name, expected) => {
  expect(guessMediaType(name)).toBe(expected);
});
