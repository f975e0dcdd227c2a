// Requests and items in the form of the openai SDK compile. Left out: what the contract deliberately declares stricter.
import type * as openai from "openai/resources/responses/responses";
import type { ResponseInputItem, ResponsesRequest, ResponseTool } from "@patchbay/spec";

type Params = Omit<openai.ResponseCreateParams, "input" | "tools" | "prompt_cache_options"> & { input: string };
export const request = (params: Params): ResponsesRequest => params;

/** Of these, the SDK allows null in `call_id` or `type`, or any value as the parameters of a function. */
type Stricter = { type?: "function_call_output" | "additional_tools" | "item_reference" | "tool_search_output" | null };
type Items = Exclude<openai.ResponseInputItem, Extract<openai.ResponseInputItem, Stricter>>;
export const item = (received: Items): ResponseInputItem => received;

export const tool = (declared: Exclude<openai.Tool, openai.NamespaceTool>): ResponseTool => declared;
