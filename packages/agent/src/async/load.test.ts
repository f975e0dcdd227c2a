import { expect, test } from "vitest";
import { AgentError } from "../errors/agent-error.ts";
import { load } from "./load.ts";

test("a part that is not deployed throws an error that says so, with its cause", async () => {
  const cause = new TypeError("Failed to fetch dynamically imported module");
  const error = await load(() => Promise.reject(cause)).then(undefined, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AgentError);
  expect(error).toMatchObject({
    cause,
    message: expect.stringContaining("Check that every file of the bundle is deployed."),
  });
});
