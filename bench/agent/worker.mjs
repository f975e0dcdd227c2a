// Runs a peer a number of times, and answers with the processor time of that in microseconds. Usage: fork worker.mjs PEER
globalThis.AI_SDK_LOG_WARNINGS = false;
const [peer] = process.argv.slice(2);
const { run } = await import(`./peers/${peer}.mjs`);

async function measure({ baseURL, times }) {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++)
    if ((await run(baseURL)) !== "done") throw new Error(`${peer} did not come to its end.`);
  const { user, system } = process.cpuUsage(before);
  process.send(user + system);
}
process.on("message", (command) => void measure(command));
process.send("ready");
