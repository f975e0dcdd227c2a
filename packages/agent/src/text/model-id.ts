/** A model id without its variant, such as `:free`. */
export function withoutVariant(id: string): string {
  return id.replace(/:[^:/]*$/, "");
}
