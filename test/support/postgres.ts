import postgres from "postgres";
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { findFreePort, type ServerProcess, startServerProcess } from "./server-process.ts";

// Debian keeps the programs of the server in a folder of their own.
const folders = [
  ...(process.env.PATH ?? "").split(delimiter),
  ...globSync("/usr/lib/postgresql/*/bin").toSorted().toReversed(),
];

/** The folder of `postgres` and `initdb`, or undefined. The test command installs Debian's package if it can. */
const postgresFolder: string | undefined =
  process.platform === "win32"
    ? undefined
    : folders.find((folder) => ["postgres", "initdb"].every((name) => existsSync(join(folder, name))));

/** Whether tests with PostgreSQL are skipped: without its programs, but never in CI. */
export const isPostgresSkipped: boolean = postgresFolder === undefined && !process.env.CI;

if (postgresFolder === undefined) console.warn("!!! SKIPPED: tests with PostgreSQL, since no PostgreSQL is here.");

/** PostgreSQL refuses to run as root. This user, which owns no files, is the same on all systems. */
const unprivileged = { uid: 65534, gid: 65534 };

/** Settings of a server. */
export interface PostgresOptions {
  /**
   * Parameters of postgresql.conf, such as `{ max_connections: "20" }`. By default `fsync` is off: a commit survives the death of the
   * server, and not the death of the machine.
   */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A private server with its data in a temporary folder. Its port stays the same when it is started again. */
export interface PostgresServer {
  readonly port: number;
  /** Creates an empty database and returns its URL. */
  readonly createDatabase: () => Promise<string>;
  /** Closes connections and shuts down. Committed data stays. */
  readonly stop: () => Promise<void>;
  /** Kills all processes of the server. Committed data stays. */
  readonly kill: () => Promise<void>;
  /** Starts the server again after `stop` or `kill`. */
  readonly start: () => Promise<void>;
  /** Stops all processes of the server: clients can connect, and get no answer. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Kills the server and deletes its data. */
  readonly close: () => Promise<void>;
}

/** Starts PostgreSQL on a free port of loopback. Takes about a second. Throws if its programs are not installed. */
export async function startPostgres({ settings = {} }: PostgresOptions = {}): Promise<PostgresServer> {
  if (postgresFolder === undefined)
    throw new Error("PostgreSQL was not found on the PATH or in /usr/lib/postgresql. Install the package postgresql.");
  const user = process.getuid?.() === 0 ? unprivileged : undefined;
  const folder = mkdtempSync(join(tmpdir(), "pg-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const init = ["-D", data, "-U", "postgres", "-A", "trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(postgresFolder, "initdb"), init, { cwd: folder, stdio: "pipe", ...user });
  const port = await findFreePort();
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: folder, fsync: "off", ...settings };
  const args = [
    "-D",
    data,
    "-p",
    String(port),
    ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const start = (): Promise<ServerProcess> =>
    startServerProcess({
      command: join(postgresFolder, "postgres"),
      args,
      user,
      ready: /database system is ready to accept connections/,
      onOrphan: "QUIT",
    });
  let server = await start();
  let databases = 0;
  return {
    port,
    createDatabase: async () => {
      const name = `test_${++databases}`;
      const sql = postgres({ host: "127.0.0.1", port, user: "postgres", database: "postgres", max: 1 });
      await sql`create database ${sql(name)}`;
      await sql.end();
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
    stop: () => server.stop("SIGINT"),
    kill: () => server.kill(),
    start: async () => {
      server = await startAgain(start);
    },
    pause: () => server.pause(),
    resume: () => server.resume(),
    close: async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How PostgreSQL says that processes of the killed server still exist. */
const heldBy = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/;

/** Killed processes of the server can end a moment after their parent, and hold its memory and its lock file until then. */
async function startAgain(start: () => Promise<ServerProcess>): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      const isHeld = error instanceof Error && heldBy.test(error.message);
      if (!isHeld || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
