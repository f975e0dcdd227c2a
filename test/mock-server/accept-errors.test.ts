import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { createMockServer } from "@patchbay/mock-server";
import { expect, test, vi } from "vitest";

test("connections that cannot be accepted are reported, and do not end a listening server", async () => {
  const server = await createMockServer().listen({ port: 0 });
  let http: Server | undefined;
  const find = (message: unknown): void => void ({ server: http } = message as { server: Server });
  subscribe("http.server.request.start", find);
  const report = vi.spyOn(console, "error").mockImplementation(() => undefined);
  try {
    await fetch(`${server.baseURL}/models`);
    // As in net.js, which has no other way to say it.
    for (const code of ["EMFILE", "ENOBUFS"]) http!.emit("error", new Error(`accept ${code}`));
    expect(report.mock.calls.map(([error]) => (error as Error).message)).toEqual(["accept EMFILE", "accept ENOBUFS"]);
    expect((await fetch(`${server.baseURL}/models`)).status).toBe(200);
  } finally {
    unsubscribe("http.server.request.start", find);
    report.mockRestore();
    await server.close();
  }
});
