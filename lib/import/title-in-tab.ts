import { listedIdentifier, type PaperId } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';
import { paperMentionedIn } from '@/lib/sites/mentions';
import { sites } from '@/lib/sites/registry';

/**
 * The paper's title in a tab title, as of a site or arXiv (`[2512.01234] On Shelves`); empty for
 * PDF viewers, which show other titles, names or URLs.
 */
export function titleInTab(tabTitle: string, id: PaperId): string {
  const title = sites.reduce(
    (text, { besidesTitle }) => text.replace(besidesTitle, ''),
    foldSpaces(tabTitle).replace(/^\[[^\]]*\] ?/, ''),
  );
  const isName =
    title.includes(listedIdentifier(id) ?? id) || paperMentionedIn(title) !== undefined;
  const isWords = / /.test(title) && !/^https?:|\.pdf$/i.test(title);
  return isWords && !isName ? title : '';
}
