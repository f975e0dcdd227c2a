import type { NanoUsd } from "@patchbay/engine/billing/money";
import type { CatalogModel } from "@patchbay/engine/routing/catalog";
import type { Candidate } from "@patchbay/engine/routing/routing";
import type { Posting } from "@patchbay/engine/billing/ledger";
import type { HttpError } from "../http/http-error.ts";
import type { RequestNote } from "../context/request-note.ts";
import type { HeaderReader } from "../http/request.ts";
import type { RequestKey } from "./request-key.ts";
import type { RequestScope } from "./request-scope.ts";
import type { GenerationContent } from "../billing/generation.ts";
import type { GenerationOutcome } from "../billing/generation.ts";

/** The limits, the reservations and the records of a server. */
export interface Billing {
  /** Counts a request of a key. Throws 429 at a limit of the key. */
  readonly admit: (key: RequestKey) => void | Promise<void>;
  /** Throws if the account or the key may not use a model: 402 for a negative balance, 429 at the limit of free models. */
  readonly admitModel: (key: RequestKey, model: CatalogModel, isFirst: boolean) => void;
  /** Throws 402 for a negative balance. */
  readonly checkBalance: (key: RequestKey) => void;
  /** The reservations of one request. `scope` releases what the request leaves behind. */
  readonly openCharges: (key: RequestKey, request: { readonly id: string; readonly scope: RequestScope }) => Charges;
  /** Stores the usage record of a request that has ended. `toContent` is called at once, or never if no content is kept. */
  readonly record: (request: RecordedRequest, outcome: GenerationOutcome, toContent: () => GenerationContent) => void;
}

/** What the record of a request takes from its context. */
export interface RecordedRequest {
  readonly headers: HeaderReader;
  readonly note: RequestNote;
}

/** The maximum cost of a request. */
export interface ChargeRequest {
  /** The part that is charged to the credit balance, without the BYOK fee. */
  readonly cost: NanoUsd;
  /**
   * The provider's list price of a BYOK request. It counts toward the limit of keys with `include_byok_in_limit`, and has a
   * fee beyond the monthly allowance. Default: 0.
   */
  readonly byokCost?: NanoUsd;
}

/** What one request reserves: the fees of its plugins, and the output of the endpoint that is tried. */
export interface Charges {
  /** Reserves all fees of plugins so far, before the paid work runs. Throws 402 if the balance is too low. */
  readonly reserveFees: (fees: NanoUsd) => void;
  /** Reserves credits for an output, in place of an earlier endpoint's. Throws the error of `refuse`. */
  readonly reserveOutput: (output: OutputRequest) => OutputReservation | Promise<OutputReservation>;
  /** Releases the reservation of an endpoint that failed. */
  readonly releaseOutput: () => void;
  /** Keeps the reservation beyond the end of the response, until `work` has settled it. */
  readonly detach?: (work: Promise<void>) => void;
  /** Posts the final amounts, which include the fees, and records the provider's list price of a BYOK request. */
  readonly settle: (postings: readonly Posting[], byokCost: NanoUsd, basis: ChargeBasis) => void | Promise<void>;
}

/** How the final amount of a request was computed. */
export interface ChargeBasis {
  readonly candidate: Candidate;
  /** Whether the tokens were counted because the provider reported none. */
  readonly isEstimated: boolean;
  /** What the provider reported as its own cost. */
  readonly reportedCost?: NanoUsd | undefined;
}

/** The output for which credits are reserved. Its size is a number of tokens, or another unit of which more costs more. */
export interface OutputRequest {
  readonly claimFor: (size: number) => ChargeRequest;
  /** The size that is reserved if the account can cover it. */
  readonly most: number;
  /** The smallest acceptable size. */
  readonly least: number;
  /**
   * Creates the error for an insufficient balance: it says how much can be afforded, with what to do, or is `plain` if that is
   * nothing. Default of `advice`: the page of OpenRouter on which credits are bought.
   */
  readonly refuse: (left: NanoUsd, plain: string, advice?: string) => HttpError;
}

/** A reservation for the output of one endpoint. `Charges` settles or releases it. */
export interface OutputReservation {
  /** The reserved size. */
  readonly size: number;
  /** Changes the reserved amount. Returns false and changes nothing if the account or key cannot cover it. */
  readonly resize: (claim: ChargeRequest) => boolean;
  /** Reserves up to a size. Returns the largest size from `from` that is reserved now. */
  readonly extend: (claimFor: OutputRequest["claimFor"], from: number, to: number) => number | Promise<number>;
  /** The BYOK fee for a list price up to the reserved one. */
  readonly byokFee: (listPrice: NanoUsd) => NanoUsd;
}
