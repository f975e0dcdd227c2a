// Loaded into the server's process: reports the longest stall of the event loop to its parent.
let last = performance.now();
let cpu = process.cpuUsage();
let longest = { wall: 0, cpu: 0 };

const beat = () => {
  const now = performance.now();
  const used = process.cpuUsage(cpu);
  const wall = now - last;
  if (wall > longest.wall) longest = { wall, cpu: (used.user + used.system) / 1000 };
  last = now;
  cpu = process.cpuUsage();
};
setInterval(beat, 5).unref();

process.on("message", () => {
  beat();
  process.send({ ...longest, rss: process.memoryUsage.rss() });
  longest = { wall: 0, cpu: 0 };
});
