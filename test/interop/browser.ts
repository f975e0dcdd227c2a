// The code in the browser: the application and a server in the page, through MSW or `server.fetch`.
import { createMockServer, type MockServerOptions } from "@patchbay/mock-server";
import { mswHandlers } from "@patchbay/mock-server/msw";
import { setupWorker } from "msw/browser";
import { runApp, type AppResults } from "./app.ts";

declare global {
  var runThroughMsw: (scenario: MockServerOptions) => Promise<AppResults>;
  var runInPage: (scenario: MockServerOptions) => Promise<AppResults>;
  var listenInPage: () => Promise<string>;
}

const service = "https://openrouter.ai/api/v1";

globalThis.runThroughMsw = async (scenario) => {
  const worker = setupWorker(...mswHandlers(createMockServer(scenario)));
  await worker.start({ quiet: true });
  try {
    return await runApp(service);
  } finally {
    await worker.stop();
  }
};

globalThis.runInPage = (scenario) => {
  const server = createMockServer(scenario);
  return runApp(service, (input, init) => server.fetch(new Request(input, init)));
};

globalThis.listenInPage = () =>
  createMockServer()
    .listen({ port: 0 })
    .then(
      () => "listens",
      (error: Error) => error.message,
    );
