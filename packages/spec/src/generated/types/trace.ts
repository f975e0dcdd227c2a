// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Names for observability; passed on to the configured destinations. Any further key is kept.
 */
export type TraceConfig = {
  /**
   * Groups requests into one trace.
   */
  trace_id?: string | null | undefined;
  /**
   * Name of the trace.
   */
  trace_name?: string | null | undefined;
  /**
   * Name of the span around the generation.
   */
  span_name?: string | null | undefined;
  /**
   * Name of the generation.
   */
  generation_name?: string | null | undefined;
  /**
   * Span to hang it under.
   */
  parent_span_id?: string | null | undefined;
  [key: string]: unknown;
};
