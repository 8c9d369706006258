/**
 * Letters to change, add, drop or swap with their neighbour (optimal string alignment); `most` + 1 as soon as it is
 * more than `most`, which keeps far texts cheap.
 */
export function countSlips(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  const far = most + 1;
  let beforeLast: number[] = [];
  let current: number[] = [];
  let last: number[] = [];
  for (let column = 0; column <= to.length; column += 1) last.push(column);
  for (let row = 1; row <= from.length; row += 1) {
    current[0] = row;
    let least = row;
    // Outside of this band the lengths alone differ by more than `most`.
    const start = Math.max(1, row - most);
    const end = Math.min(to.length, row + most);
    if (start > 1) current[start - 1] = far;
    if (end < to.length) current[end + 1] = far;
    for (let column = start; column <= end; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      let slips = (last[column - 1] ?? far) + (isSame ? 0 : 1);
      slips = Math.min(slips, (last[column] ?? far) + 1, (current[column - 1] ?? far) + 1);
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        slips = Math.min(slips, (beforeLast[column - 2] ?? far) + 1);
      }
      current[column] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return far;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[to.length] ?? far, far);
}
