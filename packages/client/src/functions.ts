export { connect, type Connection, type OperationFunction, type StreamFunction } from "./function.ts";
export * from "./generated/functions.ts";
