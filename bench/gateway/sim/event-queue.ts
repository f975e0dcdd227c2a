/** Callbacks by time, earliest first: a binary heap. */
export class EventQueue {
  readonly #times: number[] = [];
  readonly #jobs: (() => void)[] = [];
  /** The time of the running callback, in milliseconds. */
  now = 0;

  after(ms: number, job: () => void): void {
    const [times, jobs] = [this.#times, this.#jobs];
    const time = this.now + ms;
    let at = times.length;
    for (let parent = (at - 1) >> 1; at > 0 && times[parent]! > time; at = parent, parent = (at - 1) >> 1) {
      times[at] = times[parent]!;
      jobs[at] = jobs[parent]!;
    }
    times[at] = time;
    jobs[at] = job;
  }

  /** Runs all callbacks, and those that they add. Returns their number. */
  run(): number {
    let count = 0;
    for (; this.#times.length > 0; count++) {
      const job = this.#jobs[0]!;
      this.now = this.#times[0]!;
      this.#removeFirst();
      job();
    }
    return count;
  }

  #removeFirst(): void {
    const [times, jobs] = [this.#times, this.#jobs];
    const time = times.pop()!;
    const job = jobs.pop()!;
    const { length } = times;
    if (length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < length && times[child + 1]! < times[child]!) child++;
      if (child >= length || times[child]! >= time) break;
      times[at] = times[child]!;
      jobs[at] = jobs[child]!;
      at = child;
    }
    times[at] = time;
    jobs[at] = job;
  }
}
