export { createClient, type ClientContext, type OperationFunction, type StreamFunction } from "./methods/function.ts";
export * from "./generated/functions.ts";
