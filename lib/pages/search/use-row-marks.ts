import { useMemo } from 'preact/hooks';
import type { RowMarks } from '@/components/paper/RowExcerpt';
import type { Mark } from '@/lib/search/found';
import { rowMarks } from './row-marks';

/** How the hits of a search are shown in the rows; undefined when there is nothing to mark. */
export function useRowMarks(marks: readonly Mark[]): RowMarks | undefined {
  return useMemo(() => (marks.length === 0 ? undefined : rowMarks(marks)), [marks]);
}
