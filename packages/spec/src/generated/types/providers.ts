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
   * Slug of the provider, used in routing preferences.
   */
  slug: string;
  /**
   * URL of the privacy policy.
   */
  privacy_policy_url: string | null;
  /**
   * URL of the terms of service.
   */
  terms_of_service_url?: string | null;
  /**
   * URL of the status page.
   */
  status_page_url?: string | null;
  /**
   * ISO code of the country of the headquarters.
   */
  headquarters?: string | null;
  /**
   * ISO codes of the countries of the data centers.
   */
  datacenters?: Array<string> | null;
};

/**
 * The providers that serve the models.
 */
export type ProviderList = {
  /**
   * The providers.
   */
  data: Array<Provider>;
};
