// What runs inside the browser: the application, and MSW with a server of its own in the page.
import { createMockServer, type MockServerOptions } from "@patchbay/mock-server";
import { mswHandlers } from "@patchbay/mock-server/msw";
import { setupWorker } from "msw/browser";
import { live, type Story } from "./app.ts";

declare global {
  var run: (scenario: MockServerOptions) => Promise<Story>;
}

globalThis.run = async (scenario) => {
  const worker = setupWorker(...mswHandlers(createMockServer(scenario)));
  await worker.start({ quiet: true });
  return live("https://openrouter.ai/api/v1");
};
