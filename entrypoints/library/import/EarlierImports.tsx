import './earlier-imports.css';
import { i18n } from '#i18n';
import { doneMessage, type ImportDone } from './ImportResult';

interface Props<Done extends ImportDone> {
  imports: readonly Done[];
  onUndo(done: Done): void;
}

/** This page's imports that can still be undone. */
export function EarlierImports<Done extends ImportDone>({ imports, onUndo }: Props<Done>) {
  return (
    <section class="import-earlier">
      <h3 class="import-earlier-title">{i18n.t('import.earlier')}</h3>
      <ul>
        {imports.map((done) => (
          <li key={done.at} class="import-earlier-row">
            <bdi>{done.from}</bdi>
            <span class="import-small">{doneMessage(done)}</span>
            <button type="button" class="ps-button" onClick={() => onUndo(done)}>
              {i18n.t('import.undo')}
              <span class="ps-hidden">{done.from}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
