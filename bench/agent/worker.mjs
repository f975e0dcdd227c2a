// Usage: node worker.mjs PEER BASE_URL STEPS → one line of JSON.
const [peer, baseURL, steps] = process.argv.slice(2);
globalThis.AI_SDK_LOG_WARNINGS = false;
const began = performance.now();
const { run } = await import(`./peers/${peer}.mjs`);
const imported = performance.now() - began;
const once = async () => {
  if ((await run(baseURL)) !== "done") throw new Error(`${peer} did not come to its end.`);
};
for (let warm = 0; warm < 15; warm++) await once();
const loops = Math.max(10, Math.round(300 / Number(steps)));
const samples = [];
for (let sample = 0; sample < 5; sample++) {
  const before = process.cpuUsage();
  for (let loop = 0; loop < loops; loop++) await once();
  const { user, system } = process.cpuUsage(before);
  samples.push((user + system) / 1000 / loops / (Number(steps) + 1));
}
console.log(JSON.stringify({ imported, cpu: Math.min(...samples) }));
process.exit(0);
