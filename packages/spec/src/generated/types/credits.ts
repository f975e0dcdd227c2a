// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Credits bought and used over the life of the account.
 */
export type CreditTotals = {
  /**
   * Credits bought or granted, in USD.
   */
  total_credits: number;
  /**
   * Credits used, in USD.
   */
  total_usage: number;
};

/**
 * The balance of the account.
 */
export type Credits = {
  /**
   * The totals.
   */
  data: CreditTotals;
};
