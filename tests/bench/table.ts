/** A measured figure, and that of the bare browser or of less data. */
export interface Figure {
  what: string;
  value: string;
  /** Measured in the same run. */
  baseline?: string;
  ratio?: string;
  goal: string;
}

/** Formats a Markdown table. */
export function asTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, baseline = '', ratio = '', goal }) => [
    what,
    value,
    baseline,
    ratio,
    goal,
  ]);
  const all = [['what', 'measured', 'baseline', 'ratio', 'goal'], ...rows];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths?.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(all[0] ?? []), rule, ...all.slice(1).map(line)].join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** The value that `share` of `values` (0.95 for p95) do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
