import type { ModelCatalog } from "@patchbay/client/catalog";
import {
  amountsOf,
  checkOptions,
  isAllowList,
  isCatalog,
  isDenyList,
  isFlag,
  isProviders,
  isText,
  oneOf,
  type OptionRule,
} from "./check.ts";

/** The constraints of a policy. One endpoint has to meet all of them. */
export interface PolicyOptions {
  /** The catalog of models and endpoints. */
  readonly catalog: Pick<ModelCatalog, "list" | "listEndpoints" | "listZdrEndpoints">;
  /** The name in error messages, such as the class of the data. */
  readonly name?: string | undefined;
  /** Allowed models: ids, or `author/*`. Default: all. */
  readonly allow?: readonly string[] | undefined;
  /** Denied models, including their free and other variants. Default: none. */
  readonly deny?: readonly string[] | undefined;
  /** Whether only endpoints with zero data retention are allowed. Default: false. */
  readonly zdr?: boolean | undefined;
  /**
   * Whether providers that store prompts or train on them are allowed. With `deny`, a free model is allowed only if a
   * provider serves it with zero data retention or `allow` has its whole id. Default: `allow`.
   */
  readonly dataCollection?: "deny" | "allow" | undefined;
  /** Maximum prices in USD. Default: none. */
  readonly maxPrice?: PriceCeiling | undefined;
  /**
   * Provider slugs such as `azure` or `google-vertex/us-east5`: the only allowed ones, or ignored ones. Default: all.
   */
  readonly providers?:
    | { readonly only?: readonly string[] | undefined; readonly ignore?: readonly string[] | undefined }
    | undefined;
  /**
   * Whether third parties may see the request: search, fetch, server tools, file parsers. Default: false with `zdr` or
   * `dataCollection: "deny"`, otherwise true.
   */
  readonly allowThirdParties?: boolean | undefined;
}

/** Maximum prices in USD, as the API compares them. Surcharges for very long prompts are not included. */
export interface PriceCeiling {
  /** Per million tokens. */
  readonly prompt?: number | undefined;
  /** Per million tokens. */
  readonly completion?: number | undefined;
  readonly request?: number | undefined;
  readonly image?: number | undefined;
}

const rules: Readonly<Record<keyof PolicyOptions, OptionRule>> = {
  catalog: isCatalog,
  name: isText,
  allow: isAllowList,
  deny: isDenyList,
  zdr: isFlag,
  dataCollection: oneOf("deny", "allow"),
  maxPrice: amountsOf("prompt", "completion", "request", "image"),
  providers: isProviders,
  allowThirdParties: isFlag,
};

/** Throws `AgentError` if an option is invalid. */
export function checkPolicy(options: PolicyOptions): void {
  checkOptions("a policy", Object.assign({ catalog: undefined }, options), rules);
}
