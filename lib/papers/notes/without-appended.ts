/**
 * Removes the block appended between `before` and `after`, below an empty line. The same note if
 * the block was edited (it is then the reader's own) or is ambiguous.
 */
export function withoutAppended(note: string, before: string, after: string): string {
  if (note === after) return before;
  const appended = after.slice(before.trimEnd().length).trimStart();
  if (appended === '') return note;
  const [lines, block] = [note.split('\n'), appended.split('\n')];
  const places = placesOf(block, lines);
  // If text was only added below, the block did not move; else take the last match, if exactly one
  // more than in `before`.
  const put = after.split('\n').length - block.length;
  const isOneMore = places.length === placesOf(block, before.split('\n')).length + 1;
  const start = places.findLast((place) =>
    note.startsWith(`${after}\n`) ? place === put : isOneMore,
  );
  if (start === undefined) return note;
  const above = lines.slice(0, start);
  const below = lines.slice(start + block.length);
  // One empty line remains, to separate the neighbours.
  if (below.length === 0) above.pop();
  else if (below[0] === '') below.shift();
  return [...above, ...below].join('\n');
}

/** Blocks begin at the start or below an empty line. */
function placesOf(block: readonly string[], lines: readonly string[]): number[] {
  return [...lines.keys()].filter(
    (place) =>
      (place === 0 || lines[place - 1] === '') &&
      block.every((line, index) => lines[place + index] === line),
  );
}
