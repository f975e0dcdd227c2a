// Runtimes without `crypto.randomUUID`: React Native, and pages that are not served over https.
import { createAgent, tool } from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => void vi.unstubAllGlobals());

test.each([[undefined], [{ getRandomValues: crypto.getRandomValues.bind(crypto) }]])(
  "an agent runs, pauses and resumes without `crypto.randomUUID` (%#)",
  async (stub) => {
    vi.stubGlobal("crypto", stub);
    const { client } = createScriptedClient([{ toolCalls: [{ name: "send", arguments: {} }] }, { text: "Sent." }]);
    const agent = createAgent({
      client,
      model: "any/model",
      tools: [tool({ name: "send", needsApproval: true, execute: () => "ok" })],
    });
    const paused = await agent.run("Send it");
    expect(paused.stopReason).toBe("paused");
    const ids = paused.pending.map(({ id }) => id);
    const { text, state } = await agent.resume(paused.state, { approve: ids });
    expect(text).toBe("Sent.");
    expect(state.id).toBe(paused.state.id);
    expect(state.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  },
);
