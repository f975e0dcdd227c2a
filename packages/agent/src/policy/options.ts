import type { ModelCatalog } from "@patchbay/client/catalog";
import {
  amountsOf,
  checkOptions,
  isAllowList,
  isCatalogue,
  isDenyList,
  isFlag,
  isProviders,
  isText,
  oneOf,
  type OptionRule,
} from "./check.ts";

/** What may be sent, and to whom. Everything that is given has to hold, of one endpoint at once. */
export interface PolicyOptions {
  /** What is known of models and endpoints. */
  readonly catalog: Pick<ModelCatalog, "list" | "listEndpoints" | "listZdrEndpoints">;
  /** What errors call it, such as the class of the data. */
  readonly name?: string | undefined;
  /** Models that were looked into: ids, or `author/*`. Default: all. */
  readonly allow?: readonly string[] | undefined;
  /** Models that are not asked, their free and other variants included. Default: none. */
  readonly deny?: readonly string[] | undefined;
  /** Whether only endpoints may serve that keep nothing (zero data retention). Default: false. */
  readonly zdr?: boolean | undefined;
  /**
   * Whether providers may be asked that keep what they are sent, or train on it. Of free models only those pass that somebody serves who
   * keeps nothing, and those that `allow` names by their whole id. Default: `allow`.
   */
  readonly dataCollection?: "deny" | "allow" | undefined;
  /** USD at most. Default: any price. */
  readonly maxPrice?: PriceCeiling | undefined;
  /** Slugs such as `azure` or `google-vertex/us-east5`: the only providers, and those that are not asked. Default: all. */
  readonly providers?:
    | { readonly only?: readonly string[] | undefined; readonly ignore?: readonly string[] | undefined }
    | undefined;
  /**
   * Whether others than the provider may see what is sent: searches, fetches, tools of the service, readers of files. Default: false
   * with `zdr` or `dataCollection: "deny"`, else true.
   */
  readonly allowThirdParties?: boolean | undefined;
}

/** USD at most, as the service compares it: what a very long prompt costs more is not counted. */
export interface PriceCeiling {
  /** Per million tokens. */
  readonly prompt?: number | undefined;
  /** Per million tokens. */
  readonly completion?: number | undefined;
  readonly request?: number | undefined;
  readonly image?: number | undefined;
}

const rules: Readonly<Record<keyof PolicyOptions, OptionRule>> = {
  catalog: isCatalogue,
  name: isText,
  allow: isAllowList,
  deny: isDenyList,
  zdr: isFlag,
  dataCollection: oneOf("deny", "allow"),
  maxPrice: amountsOf("prompt", "completion", "request", "image"),
  providers: isProviders,
  allowThirdParties: isFlag,
};

/** Throws `AgentError` when an option makes no sense. */
export function checkPolicy(options: PolicyOptions): void {
  checkOptions("a policy", Object.assign({ catalog: undefined }, options), rules);
}
