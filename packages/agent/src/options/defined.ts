/** Omits the fields that are `undefined`, so that a spread does not overwrite existing values with them. */
export function defined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
