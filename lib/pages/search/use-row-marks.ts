import { useMemo } from 'preact/hooks';
import type { RowMarks } from '@/components/paper/RowExcerpt';
import type { Mark } from '@/lib/search/found';
import { rowMarks } from './row-marks';

/** Search highlights; undefined if none. */
export function useRowMarks(marks: readonly Mark[]): RowMarks | undefined {
  return useMemo(() => (marks.length === 0 ? undefined : rowMarks(marks)), [marks]);
}
