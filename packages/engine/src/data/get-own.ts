/**
 * The value of a record's own property. `undefined` for every other name, including inherited ones such as
 * `constructor`. Names that a caller chose are looked up with this function or in a `Map`, never with `record[name]`.
 */
export function getOwn<Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
