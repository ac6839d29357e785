import './paper-detail.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CountsAt } from '@/lib/papers/counts';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import { isSaved, NEW_FIELDS, type Entry } from '@/lib/papers/entry';
import { titleOf, type Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Rise } from '@/lib/papers/rise';
import type { PaperLinks as Links } from '@/lib/sites/links';
import { Byline } from './Byline';
import { replace, useOptimistic } from '../hooks/use-optimistic';
import { BackIcon, BookmarkIcon } from '../icons';
import { MarkdownPreview } from './MarkdownPreview';
import { NoteField } from '../fields/NoteField';
import { PaperHistory } from './PaperHistory';
import { PaperLinks } from './PaperLinks';
import { SavedState } from './SavedState';
import { riseMessage } from '../format/format-since';
import { StatusControl } from '../fields/StatusControl';
import { TagInput } from '../fields/TagInput';

export interface PaperActions {
  /** Like `remove` and `edit`, resolves to whether it was stored; reports failures. */
  save(paper: Paper): Promise<boolean>;
  remove(paper: Paper): Promise<boolean>;
  edit(paper: Pick<Paper, 'id'>, edit: EntryEdit): Promise<boolean>;
  /** Resolves to the stored text. */
  saveNote(paper: Paper, base: string, text: string): Promise<string>;
  /** While the page closes. */
  leaveNote(paper: Paper, base: string, text: string): void;
  suggestTags(typed: string, taken: readonly string[]): Promise<readonly string[]>;
}

/** To focus by a shortcut. */
export interface FieldWanted {
  field: 'tags' | 'note';
  paperId: PaperId;
  /** Called when focused. */
  onReached?(field: HTMLElement): void;
}

interface Props {
  paper: Paper;
  links: Links;
  /** May be removed. */
  entry: Entry | undefined;
  /** Observed, oldest first. */
  history: readonly CountsAt[];
  /** If notable. */
  rise: Rise | undefined;
  actions: PaperActions;
  /** Focus on opening: it replaces the focused element. */
  takesFocus: boolean;
  /** Focused once rendered; a new object repeats it. */
  wanted?: FieldWanted | undefined;
  onBack(): void;
  exportMenu: ComponentChildren;
  /** Damaged data, if any. */
  damaged?: ComponentChildren;
  notices: ComponentChildren;
}

export function PaperDetail(props: Props) {
  const { paper, links, entry, history, rise, actions, takesFocus, wanted, onBack } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const [saved, showSaved] = useOptimistic(isSaved(entry), replace<boolean>);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only on opening
  }, [paper.id]);
  const body = useRef<HTMLDivElement>(null);
  const reached = useRef<FieldWanted>(undefined);
  useEffect(() => {
    // Once, even if saved again.
    if (!saved || wanted?.paperId !== paper.id || wanted === reached.current) return;
    reached.current = wanted;
    const name = wanted.field === 'tags' ? '[role=combobox]' : 'textarea';
    const field = body.current?.querySelector<HTMLElement>(name);
    if (!field) return;
    const go = (): void => {
      field.focus();
      wanted.onReached?.(field);
    };
    if (!field.hidden) return go();
    // Closes the preview; the textarea appears next frame.
    field.closest('.ps-note')?.querySelector<HTMLElement>('[aria-pressed=true]')?.click();
    const frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [wanted, paper.id, saved]);
  const wasSaved = useRef(saved);
  useEffect(() => {
    // The focused field may be gone.
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (wasSaved.current !== saved && lost) title.current?.focus();
    wasSaved.current = saved;
  });
  return (
    <article class="detail" key={paper.id}>
      <div class="detail-head">
        <button type="button" class="detail-back" onClick={onBack}>
          <BackIcon />
          {i18n.t('detail.back')}
        </button>
        <SavedState entry={saved && isSaved(entry) ? entry : undefined} />
      </div>
      <div ref={body} class="detail-body">
        {props.damaged}
        <h2 ref={title} class="detail-title" dir="auto" tabIndex={-1}>
          {titleOf(paper)}
        </h2>
        <Byline paper={paper} rise={rise && riseMessage(rise)} />
        <PaperLinks links={links} stars={paper.githubStars} />
        {saved && <EntryFields paper={paper} entry={entry ?? NEW_FIELDS} actions={actions} />}
        <PaperHistory points={history} />
        <Abstract text={paper.abstract} onPage={links.paperPage !== undefined} />
      </div>
      {props.notices}
      <div class="foot detail-foot">
        {saved ? (
          <>
            <button
              type="button"
              class="ps-button ps-button-danger"
              onClick={() => showSaved(false, actions.remove(paper))}
            >
              {i18n.t('detail.remove')}
            </button>
            {props.exportMenu}
          </>
        ) : (
          <button
            type="button"
            class="ps-button ps-button-primary"
            onClick={() => showSaved(true, actions.save(paper))}
          >
            <BookmarkIcon />
            {i18n.t('detail.save')}
          </button>
        )}
      </div>
    </article>
  );
}

interface EntryFieldsProps {
  paper: Paper;
  entry: Pick<Entry, 'status' | 'tags' | 'note'>;
  actions: PaperActions;
}

function EntryFields({ paper, entry, actions }: EntryFieldsProps) {
  return (
    <>
      <StatusControl
        value={entry.status}
        onChange={(status) => actions.edit(paper, { kind: 'status', status })}
      />
      <div>
        <div class="ps-label-row" aria-hidden="true">
          {i18n.t('tags.label')}
        </div>
        <TagInput
          tags={entry.tags}
          suggest={actions.suggestTags}
          onAdd={(tag) => actions.edit(paper, { kind: 'add-tag', tag })}
          onRemove={(tag) => actions.edit(paper, { kind: 'remove-tag', tag })}
        />
      </div>
      <NoteField
        note={entry.note}
        onSave={(base, text) => actions.saveNote(paper, base, text)}
        onLeave={(base, text) => actions.leaveNote(paper, base, text)}
        renderPreview={(note) => <MarkdownPreview text={note} />}
      />
    </>
  );
}

interface AbstractProps {
  text: string | undefined;
  /** Whether a site may have it. */
  onPage: boolean;
}

function Abstract({ text, onPage }: AbstractProps) {
  return (
    <section aria-label={i18n.t('detail.abstract')}>
      {text === undefined || text === '' ? (
        <p class="ps-quiet">
          {onPage ? i18n.t('detail.noAbstract') : i18n.t('detail.noAbstractInFile')}
        </p>
      ) : (
        <p class="abstract" dir="auto">
          {text}
        </p>
      )}
    </section>
  );
}
