/** A request to the admin API or the dashboard, as plain data. */
export interface AdminRequest {
  readonly method: string;
  /** Path without the query, such as `/admin/api/keys`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** IP address of the client. Failed logins are slowed per address. */
  readonly address: string;
  /** Whether the client uses TLS, so that the session's cookie is `Secure`. Default: false. */
  readonly isSecure?: boolean;
}

/** The reply as plain data. A body that is an iterable is sent piece by piece. */
export interface AdminReply {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | AsyncIterable<string>;
}

const common: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/** A reply in JSON. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): AdminReply {
  return {
    status,
    headers: { ...common, "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** A reply without a body. */
export function noContent(headers: Readonly<Record<string, string>> = {}): AdminReply {
  return { status: 204, headers: { ...common, ...headers }, body: "" };
}

/** A file in CSV that the browser saves under `name`. */
export function csvFile(name: string, rows: AsyncIterable<string>): AdminReply {
  const headers = {
    ...common,
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
  };
  return { status: 200, headers, body: rows };
}
