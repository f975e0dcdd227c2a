// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * A company that serves models.
 */
export type Provider = {
  /**
   * Display name.
   */
  name: string;
  /**
   * The name used in routing.
   */
  slug: string;
  /**
   * Its privacy policy.
   */
  privacy_policy_url: string | null;
  /**
   * Its terms.
   */
  terms_of_service_url?: string | null;
  /**
   * Its status page.
   */
  status_page_url?: string | null;
  /**
   * ISO code of the country of its seat.
   */
  headquarters?: string | null;
  /**
   * ISO codes of the countries of its data centres.
   */
  datacenters?: Array<string> | null;
};

/**
 * The companies whose endpoints are routed to.
 */
export type ProviderList = {
  /**
   * The providers.
   */
  data: Array<Provider>;
};
