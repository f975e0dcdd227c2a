/** Binary search: the greatest number below `beyond` for which `holds` is true. `least` is assumed to hold. */
export function largest(least: number, beyond: number, holds: (number: number) => boolean): number {
  let [good, bad] = [least, beyond];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
