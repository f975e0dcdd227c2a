export { connect, type Connection, type OperationFunction } from "./function.ts";
export * from "./generated/functions.ts";
