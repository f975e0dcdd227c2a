import type { GatewayConfig } from "../config/config.ts";

/** A gateway that listens. */
export interface RunningGateway {
  /** Base URL of the API, such as `http://127.0.0.1:4000/api/v1`. */
  readonly baseURL: string;
  readonly dashboardURL: string;
  /** The first API key, if this start created it. */
  readonly firstKey?: string | undefined;
  /** The management key, if this start created it. */
  readonly adminKey?: string | undefined;
  /** Applies a changed configuration to new requests. */
  readonly reload: (config: GatewayConfig) => Promise<void>;
  /** Refuses new requests, and resolves when those in progress have ended or `drain` milliseconds have passed. */
  readonly close: (options: { readonly drain: number }) => Promise<void>;
}

interface StartOptions {
  readonly log: LogFormat;
  /** The master secret as 64 hexadecimal characters. Default: a file in the data folder. */
  readonly secret?: string | undefined;
}

/** The values of `--log`. */
export const logFormats = ["json", "pretty", "silent"] as const;

export type LogFormat = (typeof logFormats)[number];

/** Starts a gateway. Rejects if the port is in use or a store cannot be opened. */
export type StartGateway = (config: GatewayConfig, options: StartOptions) => Promise<RunningGateway>;
