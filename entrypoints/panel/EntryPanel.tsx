import { useEffect, useState } from 'preact/hooks';
import type { CountsAt } from '@/lib/papers/counts';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import type { Entry } from '@/lib/papers/entry';
import { sendMessage } from '@/lib/messaging/client';
import type { FromFrame } from '@/lib/messaging/frame';
import { Failure } from '@/lib/shared/failure';
import { PaperHistory } from '@/components/paper/PaperHistory';
import { SavePanel } from './SavePanel';
import { Unstored } from './Unstored';
import type { Writes } from './writes';

interface Props {
  title: string;
  /** As stored. */
  entry: Entry;
  startsAt: PanelField;
  hasFocus: boolean;
  typedAhead: string;
  /** The reader is closing the panel, which holds unstored words. */
  isAsked: boolean;
  /** `writes` stores the rest. */
  isLeaving: () => boolean;
  writes: Writes;
  send: (message: FromFrame) => void;
}

/** A paper's panel with its writes. */
export function EntryPanel({
  title,
  entry,
  startsAt,
  hasFocus,
  typedAhead,
  isAsked,
  isLeaving,
  writes,
  send,
}: Props) {
  const { paperId } = entry;
  const [history, setHistory] = useState<readonly CountsAt[]>([]);
  useEffect(() => {
    // Optional: ignore failures.
    sendMessage('papers.history', { paperId }).then(setHistory, () => {});
  }, [paperId]);

  async function edit(edit: EntryEdit): Promise<Entry> {
    const state = await writes.edit(edit, () => sendMessage('library.edit', { paperId, edit }));
    send({ kind: 'states', states: [state] });
    if (state.entry === null) throw new Failure('not-found', paperId);
    return state.entry;
  }
  async function change(type: 'library.remove' | 'library.restore'): Promise<void> {
    const state = await writes.track(sendMessage(type, { paperId }));
    send({ kind: 'states', states: [state] });
  }
  return (
    <SavePanel
      title={title}
      entry={entry}
      startsAt={startsAt}
      hasFocus={hasFocus}
      typedAhead={typedAhead}
      history={history.length > 0 && <PaperHistory points={history} />}
      unstored={
        writes.unstored !== '' && (
          <Unstored
            words={writes.unstored}
            isAsked={isAsked}
            onClose={() => send({ kind: 'close', anyway: true })}
          />
        )
      }
      suggestTags={(typed, taken) =>
        sendMessage('library.suggest-tags', { typed, taken: [...taken] })
      }
      onEdit={edit}
      onLeave={(edit) => {
        // Else stored by `onEdit`, which `leave` awaits.
        if (!isLeaving()) sendMessage('library.edit', { paperId, edit }).catch(() => {});
      }}
      onRemove={() => change('library.remove')}
      onRestore={() => change('library.restore')}
      onClose={() => send({ kind: 'close', anyway: false })}
    />
  );
}
