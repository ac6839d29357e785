import { Fragment } from 'preact';
import { sites } from '@/lib/sites/registry';

/** Links to each site's start listing. */
export function ListingLinks() {
  return sites.map(({ id, origin, start }, at) => (
    <Fragment key={id}>
      {at > 0 && ' · '}
      <a href={origin + start.path} target="_blank" rel="noreferrer">
        {start.name}
      </a>
    </Fragment>
  ));
}
