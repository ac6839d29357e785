import './keys-sheet.css';
import { i18n } from '#i18n';
import { Sheet } from '@/components/overlay/Sheet';

export interface ListedKeys {
  keys: readonly string[];
  does(): string;
}

const KEYS: readonly ListedKeys[] = [
  { keys: ['/'], does: () => i18n.t('keys.search') },
  { keys: ['j', '↓'], does: () => i18n.t('keys.next') },
  { keys: ['k', '↑'], does: () => i18n.t('keys.previous') },
  { keys: ['Home', 'End'], does: () => i18n.t('keys.ends') },
  { keys: ['o', 'Enter'], does: () => i18n.t('keys.open') },
  { keys: ['x'], does: () => i18n.t('keys.select') },
  { keys: ['Shift+x'], does: () => i18n.t('keys.selectRange') },
  { keys: ['Shift+↓', 'Shift+↑'], does: () => i18n.t('keys.selectOn') },
  { keys: ['t'], does: () => i18n.t('keys.tag') },
  { keys: ['n'], does: () => i18n.t('keys.note') },
  { keys: ['s'], does: () => i18n.t('keys.status') },
  { keys: ['e'], does: () => i18n.t('keys.export') },
  { keys: ['Delete'], does: () => i18n.t('keys.remove') },
  { keys: ['z'], does: () => i18n.t('keys.undo') },
  { keys: ['Escape'], does: () => i18n.t('keys.leave') },
  { keys: ['F1'], does: () => i18n.t('keys.queryHelp') },
  { keys: ['?'], does: () => i18n.t('keys.sheet') },
];

interface Props {
  /** The library page's shortcuts by default. */
  listed?: readonly ListedKeys[];
  onClose(): void;
}

/** Lists keyboard shortcuts. */
export function KeysSheet({ listed = KEYS, onClose }: Props) {
  return (
    <Sheet title={i18n.t('keys.title')} onClose={onClose}>
      <table class="keys">
        <tbody>
          {listed.map(({ keys, does }) => (
            <tr key={keys.join()}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{does()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
