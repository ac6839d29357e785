import { i18n } from '#i18n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { PAGE_ACTIONS, type PageKeys } from '@/lib/keyboard/page-keys';
import { pageActionLabel } from '@/components/format/page-action-labels';

interface Props {
  keys: PageKeys;
  /** Called after any closing, with the focus restored. */
  onClosed: () => void;
}

/** The reader's keys for listings. */
export function PageKeysSheet({ keys: { keys }, onClosed }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- a click on the backdrop
    <dialog
      ref={dialog}
      class="ps-keys"
      aria-label={i18n.t('keys.title')}
      onClose={onClosed}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div>
        <table>
          <tbody>
            {PAGE_ACTIONS.filter((action) => keys[action] !== null).map((action) => (
              <tr key={action}>
                <th scope="row">
                  <kbd>{keys[action]}</kbd>
                </th>
                <td>{pageActionLabel(action)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{i18n.t('pageKeys.whereToChange')}</p>
        <button type="button" class="ps-button" onClick={close}>
          {i18n.t('sheet.close')}
        </button>
      </div>
    </dialog>
  );
}
