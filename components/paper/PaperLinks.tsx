import './paper-links.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { PaperLinks as Links } from '@/lib/sites/links';
import { fullCount, shortCount } from '../format/format-count';
import { webAddress } from '../format/web-address';

interface Props {
  links: Links;
  /** Of the GitHub code. */
  stars: number | undefined;
}

export function PaperLinks({ links, stars }: Props) {
  const { paperPage, arxiv, pdf, doi, code, project } = links;
  return (
    <nav class="links" aria-label={i18n.t('detail.links')}>
      <WebLink address={paperPage}>{i18n.t('detail.paperPage')}</WebLink>
      <WebLink address={arxiv}>{i18n.t('detail.arxiv')}</WebLink>
      <WebLink address={pdf}>{i18n.t('detail.pdf')}</WebLink>
      {arxiv === undefined && doi !== undefined && (
        <WebLink address={`https://doi.org/${encodeURI(doi)}`}>{i18n.t('detail.doi')}</WebLink>
      )}
      {stars === undefined ? (
        <WebLink address={code}>{i18n.t('detail.code')}</WebLink>
      ) : (
        <WebLink address={code} label={i18n.t('detail.codeStarsLong', stars, [fullCount(stars)])}>
          {i18n.t('detail.codeStars', [shortCount(stars)])}
        </WebLink>
      )}
      <WebLink address={project}>{i18n.t('detail.project')}</WebLink>
    </nav>
  );
}

interface WebLinkProps {
  address: string | undefined;
  label?: string;
  children: ComponentChildren;
}

function WebLink({ address, label, children }: WebLinkProps) {
  const href = webAddress(address);
  if (href === undefined) return null;
  return (
    <a class="link" href={href} target="_blank" rel="noreferrer" aria-label={label}>
      {children}
    </a>
  );
}
