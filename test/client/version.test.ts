import { expect, test } from "vitest";
import manifest from "../../packages/client/package.json" with { type: "json" };
import { against, counted } from "./support.ts";

test("the user agent has the version of the package and the runtime", async () => {
  const { client, requests } = against([counted]);
  await client.models.count();
  expect(requests[0]!.headers.get("user-agent")).toBe(`patchbay-client/${manifest.version} ${navigator.userAgent}`);
});
