import { listedIdentifier, type PaperId } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';
import { paperMentionedIn } from '@/lib/sites/mentions';
import { sites } from '@/lib/sites/registry';

/**
 * The paper's title in a tab title, as of a site's or arXiv's page (`[2512.01234] On Shelves`), or
 * empty: PDF viewers show the embedded title, else the file's name or URL.
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
