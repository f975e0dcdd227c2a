// A load generator over bare sockets: the bytes of a request are made once, and a response is read only as far as its framing. It shares a
// core with the provider, so it must cost little.
import { connect } from "node:net";

const headEnd = Buffer.from("\r\n\r\n");
const lastChunk = Buffer.from("0\r\n\r\n");
const data = Buffer.from("data:");

/** The bytes of a request and where to send them. */
export function prepare({ url, headers }, body) {
  const { hostname, port, host, pathname } = new URL(url);
  const payload = Buffer.from(JSON.stringify(body));
  const all = { host, "content-type": "application/json", "content-length": payload.length, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = Buffer.from([`POST ${pathname} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
  return { hostname, port: Number(port), bytes: Buffer.concat([head, payload]) };
}

/** One connection. Responses of it are timed, in milliseconds: to the first event, or the first byte of a body, and to the end. */
class Connection {
  #target;
  #socket;
  #response;
  #resolve;

  constructor(target) {
    this.#target = target;
  }

  send() {
    if (!this.#socket || this.#socket.destroyed) this.#open();
    this.#response = {
      startedAt: performance.now(),
      first: 0,
      end: 0,
      status: 0,
      head: Buffer.alloc(0),
      tail: Buffer.alloc(0),
    };
    const done = new Promise((resolve) => (this.#resolve = resolve));
    this.#socket.write(this.#target.bytes);
    return done;
  }

  close() {
    this.#resolve = undefined;
    this.#socket?.destroy();
  }

  #open() {
    const socket = connect(this.#target.port, this.#target.hostname);
    socket.setNoDelay(true);
    socket.on("data", (bytes) => this.#read(bytes));
    socket.on("error", () => {});
    socket.on("close", () => socket === this.#socket && this.#finish(false));
    this.#socket = socket;
  }

  #read(bytes) {
    const response = this.#response;
    if (!response) return;
    let body = bytes;
    if (response.status === 0) {
      response.head = Buffer.concat([response.head, bytes]);
      const at = response.head.indexOf(headEnd);
      if (at < 0) return;
      const head = response.head.toString("latin1", 0, at).toLowerCase();
      response.status = Number(head.slice(9, 12));
      response.isChunked = head.includes("transfer-encoding: chunked");
      response.isStream = head.includes("text/event-stream");
      response.isLast = head.includes("connection: close");
      response.rest = Number(/content-length: *(\d+)/.exec(head)?.[1] ?? 0);
      body = response.head.subarray(at + headEnd.length);
    }
    // Comments before the first event are not content.
    if (response.first === 0 && (response.isStream ? body.includes(data) : body.length > 0))
      response.first = performance.now();
    response.rest -= body.length;
    response.tail = Buffer.concat([response.tail, body.subarray(-lastChunk.length)]).subarray(-lastChunk.length);
    if (response.isChunked ? response.tail.equals(lastChunk) : response.rest <= 0)
      this.#finish(response.status === 200);
  }

  #finish(isGood) {
    const { startedAt = 0, first = 0, status = 0, isLast = false } = this.#response ?? {};
    this.#response = undefined;
    const resolve = this.#resolve;
    this.#resolve = undefined;
    if (isLast) this.#socket.destroy();
    resolve?.({ isGood, status, first: first - startedAt, total: performance.now() - startedAt });
  }
}

/** One response. */
export async function sendOnce(target) {
  const connection = new Connection(target);
  const response = await connection.send();
  connection.close();
  return response;
}

/**
 * Connections that stay open between blocks. `warm` sends once on each; `run` sends again on a connection as soon as it has its response,
 * for `ms` milliseconds or `count` responses, and throws nothing: a response that is not good says so.
 */
export function openLoad(target, concurrency) {
  const connections = Array.from({ length: concurrency }, () => new Connection(target));
  return {
    warm: () => Promise.all(connections.map((connection) => connection.send())),
    async run({ ms = Infinity, count = Infinity }) {
      const responses = [];
      const started = performance.now();
      let sent = 0;
      const work = async (connection) => {
        do {
          sent++;
          responses.push(await connection.send());
        } while (performance.now() - started < ms && sent < count);
      };
      await Promise.all(connections.map(work));
      return { responses, duration: performance.now() - started };
    },
    close() {
      for (const connection of connections) connection.close();
    },
  };
}

/** One block on new connections, whose first responses are not timed: `all` counts them, and `wall` is the time of all. */
export async function load(target, { concurrency, ...limits }) {
  const began = performance.now();
  const open = openLoad(target, concurrency);
  await open.warm();
  const { responses, duration } = await open.run(limits);
  open.close();
  return { responses, duration, all: responses.length + concurrency, wall: performance.now() - began };
}
