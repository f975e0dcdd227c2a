import { monitorEventLoopDelay } from "node:perf_hooks";
import { counterOf, gauge, type Family } from "./metric.ts";

/** Metrics of this process, with the names that Prometheus' own clients use. `close` ends the measurement. */
export function createProcessMetrics(): { readonly families: readonly Family[]; readonly close: () => void } {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const startedAt = Date.now() / 1000 - process.uptime();
  const seconds = (nanoseconds: number): number => (Number.isNaN(nanoseconds) ? 0 : nanoseconds / 1e9);
  const families = [
    gauge({ name: "process_resident_memory_bytes", help: "Resident memory in bytes." }, () =>
      process.memoryUsage.rss(),
    ),
    counterOf({ name: "process_cpu_seconds_total", help: "CPU time in seconds, user and system." }, () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    }),
    gauge({ name: "process_start_time_seconds", help: "Start of the process, in Unix seconds." }, () => startedAt),
    gauge(
      {
        name: "nodejs_eventloop_delay_seconds",
        help: "Delay of the event loop since the last scrape.",
        labels: ["quantile"],
      },
      () => {
        const samples = [0.5, 0.9, 0.99, 1].map((quantile) => ({
          labels: [String(quantile)],
          value: seconds(quantile === 1 ? Math.max(delay.max, 0) : delay.percentile(quantile * 100)),
        }));
        delay.reset();
        return samples;
      },
    ),
  ];
  return { families, close: () => void delay.disable() };
}
