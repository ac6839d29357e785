import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { paperHash } from '@/components/format/paper-address';
import { fullCount } from '@/components/format/format-count';
import { damagedPapers } from '@/lib/library/damaged-rows';
import { usePage } from '@/lib/pages/page-context';
import type { PaperId } from '@/lib/papers/paper-id';

/** Finds papers with damaged data, also those in no list. */
export function DamagedSection() {
  const { library, tasks } = usePage();
  const [found, setFound] = useState<readonly PaperId[]>();
  const look = async (): Promise<void> => {
    setFound(
      await tasks.run(i18n.t('damaged.checking'), (work) => damagedPapers(library.db, work)),
    );
  };
  return (
    <>
      <div class="settings-row">
        <span role="status">
          {found === undefined
            ? i18n.t('damaged.check')
            : i18n.t('damaged.found', found.length, [fullCount(found.length)])}
        </span>
        <button type="button" class="ps-button" onClick={() => void look()}>
          {i18n.t('damaged.checkNow')}
        </button>
      </div>
      {found !== undefined && found.length > 0 && (
        <ul>
          {found.map((id) => (
            <li key={id}>
              <a href={paperHash(id)}>{id}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
