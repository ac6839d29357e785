import { arxivMentionedIn } from '@/lib/papers/arxiv-mentions';
import { arxivIdentifier, type PaperId } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';

/**
 * The paper's title in a tab title (`[2512.01234] On Shelves`, `Paper page - On Shelves`), or
 * empty: PDF viewers show the embedded title, else the file's name or URL.
 */
export function titleInTab(tabTitle: string, id: PaperId): string {
  const title = foldSpaces(tabTitle).replace(/^(?:\[[^\]]*\] ?|Paper page - )/, '');
  const isName = title.includes(arxivIdentifier(id) ?? id) || arxivMentionedIn(title) !== undefined;
  const isWords = / /.test(title) && !/^https?:|\.pdf$/i.test(title);
  return isWords && !isName ? title : '';
}
