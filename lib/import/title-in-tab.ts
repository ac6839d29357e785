import { arxivMentionedIn } from '@/lib/papers/arxiv-mentions';
import { arxivIdentifier, type PaperId } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';

/**
 * The paper's title in that of a tab (`[2512.01234] On Shelves`, `Paper page - On Shelves`), empty when
 * it holds none: a viewer of PDFs shows the title in the file if there is one, else the name or the
 * address of the file.
 */
export function titleInTab(tabTitle: string, id: PaperId): string {
  const title = foldSpaces(tabTitle).replace(/^(?:\[[^\]]*\] ?|Paper page - )/, '');
  const isName = title.includes(arxivIdentifier(id) ?? id) || arxivMentionedIn(title) !== undefined;
  const isWords = / /.test(title) && !/^https?:|\.pdf$/i.test(title);
  return isWords && !isName ? title : '';
}
