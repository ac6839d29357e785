import './lost-library.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { fullCount } from '../format/format-count';

interface Props {
  /** In the lost library. */
  papers: number;
  children: ComponentChildren;
}

/** Says that the browser deleted the library. */
export function LostLibraryNotice({ papers, children }: Props) {
  return (
    <section class="lost" role="alert">
      <p class="lost-title">{i18n.t('lost.title', papers, [fullCount(papers)])}</p>
      <p class="lost-hint">{i18n.t('lost.hint')}</p>
      <div class="lost-actions">{children}</div>
    </section>
  );
}
