import { useMemo } from 'preact/hooks';
import { QueryField } from '@/components/query/QueryField';
import { QUERY_HELP } from '@/lib/query/keys';
import { offersFrom } from '@/lib/query/offers';
import type { Query } from '@/lib/query/query';
import { useLibrary } from '../page-context';
import { loadSuggestions } from './load-search';

interface Props {
  text: string;
  query: Query;
  onInput(text: string): void;
  /** Enter without a suggestion. */
  onEnter(): void;
  onTry(example: string): void;
}

/** A search field with suggestions from the library. */
export function LibraryQueryField(field: Props) {
  const library = useLibrary();
  const suggest = useMemo(
    () =>
      offersFrom(async (kind, typed) =>
        (await loadSuggestions()).suggestValues(library, kind, typed),
      ),
    [library],
  );
  return <QueryField {...field} help={QUERY_HELP} suggest={suggest} />;
}
