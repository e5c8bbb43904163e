/** Starts of lines, for offsets asked in rising order: each character is looked at once. */

/** @returns a function from an offset to the start of its line; offsets must not fall */
export function lineWalk(text: string): (offset: number) => number {
  let start = 0;
  let end = text.indexOf('\n');
  return (offset) => {
    while (end >= 0 && end < offset) {
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    return start;
  };
}
