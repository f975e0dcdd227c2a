// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Credits purchased and used over the lifetime of the account.
 */
export type CreditTotals = {
  /**
   * Credits purchased or granted, in USD.
   */
  total_credits: number;
  /**
   * Credits used, in USD.
   */
  total_usage: number;
};

/**
 * The credit balance of the account.
 */
export type Credits = {
  /**
   * The credit totals.
   */
  data: CreditTotals;
};
