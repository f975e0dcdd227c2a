/** The values that `@openrouter/sdk` could not parse. */
export function unknowns(value: unknown): unknown[] {
  const found: unknown[] = [];
  JSON.stringify(value, (_, member: unknown) => {
    if (typeof member === "object" && member !== null && "isUnknown" in member && member.isUnknown === true)
      found.push(member);
    return member;
  });
  return found;
}
