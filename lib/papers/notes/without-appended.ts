/**
 * A note without the block that was put at its end, set off by an empty line, when it went from
 * `before` to `after`; all else that it holds by now stays as it is. A block that was edited is the
 * writer's own: the very same note is given back when the block does not stand in it line by line, or
 * nobody can tell which of several it is.
 */
export function withoutAppended(note: string, before: string, after: string): string {
  if (note === after) return before;
  const appended = after.slice(before.trimEnd().length).trimStart();
  if (appended === '') return note;
  const [lines, block] = [note.split('\n'), appended.split('\n')];
  const places = placesOf(block, lines);
  // Where only more was written below, it is where it was put; else it is the last of its kind, if
  // all that were there before are there still, and no more.
  const put = after.split('\n').length - block.length;
  const isOneMore = places.length === placesOf(block, before.split('\n')).length + 1;
  const start = places.findLast((place) =>
    note.startsWith(`${after}\n`) ? place === put : isOneMore,
  );
  if (start === undefined) return note;
  const above = lines.slice(0, start);
  const below = lines.slice(start + block.length);
  // One of the empty lines around it goes too; the other keeps apart what the block kept apart.
  if (below.length === 0) above.pop();
  else if (below[0] === '') below.shift();
  return [...above, ...below].join('\n');
}

/** Where in `lines` the block stands, at the beginning or below an empty line. */
function placesOf(block: readonly string[], lines: readonly string[]): number[] {
  return [...lines.keys()].filter(
    (place) =>
      (place === 0 || lines[place - 1] === '') &&
      block.every((line, index) => lines[place + index] === line),
  );
}
