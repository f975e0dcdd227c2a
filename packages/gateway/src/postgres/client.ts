import { performance } from "node:perf_hooks";
import type postgres from "postgres";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import { isTransient, toUnavailable } from "./failure.ts";

/** A pool of connections; 64-bit integers are BigInt. */
export type Sql = postgres.Sql<{ bigint: bigint }>;

export interface PostgresOptions {
  /** Schema of all tables, created if it is missing. Default: `patchbay`. */
  readonly schema?: string;
  /** Most connections of each store. Default: 4. */
  readonly connections?: number;
  /** Milliseconds for a statement, including the wait for a connection. Default: 5,000. */
  readonly timeout?: number;
}

const ATTEMPTS = 4;

/** Milliseconds after the timeout in which a response that has arrived is read. */
const graceMs = 10;

/** Connections to one database, with a deadline for each statement and repeats of what may succeed on another attempt. */
export class PostgresClient {
  readonly schema: string;
  readonly #url: string;
  readonly #driver: typeof postgres;
  readonly #connections: number;
  readonly #timeout: number;
  #sql: Sql;
  #closed = false;

  private constructor(driver: typeof postgres, url: string, options: PostgresOptions) {
    this.#driver = driver;
    this.#url = url;
    this.schema = options.schema ?? "patchbay";
    this.#connections = options.connections ?? 4;
    this.#timeout = options.timeout ?? 5000;
    this.#sql = this.#connect();
  }

  /** Loads the driver. Connections are made when they are needed. @throws If the package `postgres` is not installed. */
  static async create(url: string, options: PostgresOptions = {}): Promise<PostgresClient> {
    return new PostgresClient(await loadDriver(), url, options);
  }

  /**
   * Runs `statement`, which must be safe to repeat.
   *
   * @throws StoreUnavailable after the timeout, if the database cannot be reached, or if conflicts persist.
   */
  async run<Result>(statement: (sql: Sql) => Promise<Result>): Promise<Result> {
    const deadline = performance.now() + this.#timeout;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#withDeadline(statement, deadline);
      } catch (error) {
        if (attempt < ATTEMPTS && isTransient(error) && !this.#closed && performance.now() < deadline) {
          await pause(Math.random() * 10 * 2 ** attempt);
          continue;
        }
        throw toUnavailable(error) ?? error;
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#sql.end({ timeout: 2 });
  }

  async #withDeadline<Result>(statement: (sql: Sql) => Promise<Result>, deadline: number): Promise<Result> {
    if (this.#closed) throw new StoreUnavailable("The store is closed.");
    const sql = this.#sql;
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_, reject) => {
      const expire = (): void => {
        this.#replace(sql);
        reject(new StoreUnavailable(`The PostgreSQL database did not respond within ${this.#timeout} ms.`));
      };
      // If this process was stopped for that long, the response may have arrived. It is read before the callback runs.
      const readFirst = (): void => void (timer = setTimeout(expire, graceMs));
      timer = setTimeout(readFirst, deadline - performance.now());
    });
    try {
      return await Promise.race([statement(sql), expired]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Drops all connections after one of them hung: the server or the network may not respond on any of them. */
  #replace(sql: Sql): void {
    if (this.#sql !== sql || this.#closed) return;
    this.#sql = this.#connect();
    void sql.end({ timeout: 0 }).catch(() => {});
  }

  #connect(): Sql {
    return this.#driver(this.#url, {
      max: this.#connections,
      connect_timeout: Math.max(1, Math.ceil(this.#timeout / 1000)),
      backoff: () => 0.1,
      types: { bigint: this.#driver.BigInt },
      onnotice: () => {},
      connection: {
        application_name: "patchbay-gateway",
        search_path: this.schema,
        statement_timeout: this.#timeout,
        idle_in_transaction_session_timeout: this.#timeout,
      },
    });
  }
}

async function loadDriver(): Promise<typeof postgres> {
  try {
    return (await import("postgres")).default;
  } catch (error) {
    throw new Error(
      "A PostgreSQL database needs the package `postgres`, which is not installed. Run `npm install postgres`.",
      { cause: error },
    );
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
