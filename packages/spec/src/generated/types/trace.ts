// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Observability metadata, forwarded to the configured destinations. Additional fields are preserved.
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
   * Name of the span that contains the generation.
   */
  span_name?: string | null | undefined;
  /**
   * Name of the generation.
   */
  generation_name?: string | null | undefined;
  /**
   * Id of the parent span.
   */
  parent_span_id?: string | null | undefined;
  [key: string]: unknown;
};
