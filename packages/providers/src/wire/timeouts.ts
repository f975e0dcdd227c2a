/** Limits of one request, in milliseconds. `Infinity` turns one off. */
export interface Timeouts {
  /** Until a connection is open. Default: 10,000. */
  readonly connect?: number | undefined;
  /** Until the response headers have arrived, from the start of the request. Default: 60,000. */
  readonly headers?: number | undefined;
  /** Until the first token, from the start of the request. Default: 60,000. */
  readonly firstToken?: number | undefined;
  /** Between two reads of the response, while the gateway waits for the provider. Default: 60,000. */
  readonly idle?: number | undefined;
  /** For the usage, after the output has ended. Default: 5,000. */
  readonly usage?: number | undefined;
  /** For the whole request. Default: `Infinity`. */
  readonly total?: number | undefined;
}

/** All limits of a request. */
export type EffectiveTimeouts = { readonly [Name in keyof Timeouts]-?: number };

const defaults: EffectiveTimeouts = {
  connect: 10_000,
  headers: 60_000,
  firstToken: 60_000,
  idle: 60_000,
  usage: 5000,
  total: Number.POSITIVE_INFINITY,
};

/** Completes timeouts: those of the request come first, then those of the provider, then the defaults. */
export function toTimeouts(own: Timeouts = {}, usual: Timeouts = {}): EffectiveTimeouts {
  const pick = (name: keyof Timeouts): number => own[name] ?? usual[name] ?? defaults[name];
  return {
    connect: pick("connect"),
    headers: pick("headers"),
    firstToken: pick("firstToken"),
    idle: pick("idle"),
    usage: pick("usage"),
    total: pick("total"),
  };
}
