import './query-help.css';
import { i18n } from '#i18n';
import type { QueryHelpTopics } from '@/lib/query/keys';
import { Sheet } from '../overlay/Sheet';

interface Props {
  topics: QueryHelpTopics;
  onTry(example: string): void;
  onClose(): void;
}

/** Query language help, with examples. */
export function QueryHelp({ topics, onTry, onClose }: Props) {
  return (
    <Sheet title={i18n.t('query.help')} onClose={onClose}>
      {[
        { title: i18n.t('query.syntax.title'), rows: topics.syntax },
        { title: i18n.t('query.filters'), rows: topics.keys },
      ].map(({ title, rows }) => (
        <table key={title} class="query-help">
          <caption>{title}</caption>
          <tbody>
            {rows.map(({ description, examples }) => (
              <tr key={description}>
                <td class="query-examples">
                  {examples.map((example) => (
                    <button
                      key={example}
                      type="button"
                      class="query-example"
                      aria-label={i18n.t('query.try', [example])}
                      onClick={() => onTry(example)}
                    >
                      {example}
                    </button>
                  ))}
                </td>
                <th scope="row">{i18n.t(description)}</th>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Sheet>
  );
}
