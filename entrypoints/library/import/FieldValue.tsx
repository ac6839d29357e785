import { i18n } from '#i18n';
import type { FieldMerge } from '@/lib/import/merge-record';
import { localDayOf } from '@/lib/shared/local-day';
import { longDay } from '@/components/format/format-time';
import { StatusDot } from '@/components/fields/StatusDot';
import { statusLabel } from '@/components/format/status-labels';
import { TagName } from '@/components/fields/TagName';
import { ratingLabel, tagsBesides } from './merge-messages';
import { NoteLines } from './NoteLines';

interface Props {
  merge: FieldMerge;
  side: 'known' | 'file' | 'result';
}

/** A merged field's side; the result marks additions and kept values. */
export function FieldValue({ merge, side }: Props) {
  const kept = side === 'result' && merge.result === merge.known && merge.field !== 'tags';
  return (
    <>
      <Value merge={merge} side={side} />
      {kept && <KeptMark />}
    </>
  );
}

function Value({ merge, side }: Props) {
  switch (merge.field) {
    case 'status': {
      const status = merge[side];
      return status === undefined ? (
        <NothingThere />
      ) : (
        <span class="merge-status">
          <StatusDot status={status} />
          {statusLabel(status)}
        </span>
      );
    }
    case 'tags': {
      const added = side === 'result' ? tagsBesides(merge.result, merge.known) : [];
      return <Tags tags={merge[side] ?? []} added={added} />;
    }
    case 'note': {
      const note = merge[side] ?? '';
      const before = side === 'result' ? merge.known : undefined;
      return note === '' ? <NothingThere /> : <NoteLines note={note} before={before} />;
    }
    case 'rating': {
      const rating = merge[side];
      return rating === undefined ? <NothingThere /> : <>{ratingLabel(rating)}</>;
    }
    case 'savedAt': {
      const savedAt = merge[side];
      return savedAt === undefined ? <NothingThere /> : <>{longDay(localDayOf(savedAt))}</>;
    }
    case 'citationKey':
      return merge[side] ? <>{merge[side]}</> : <NothingThere />;
    case 'removedAt': {
      const inTrash = (merge[side] ?? 0) > 0;
      return <>{inTrash ? i18n.t('import.inTrash') : i18n.t('import.inLibrary')}</>;
    }
  }
}

/** Marks values kept against the file's. */
export function KeptMark() {
  return <span class="merge-kept">{i18n.t('import.kept')}</span>;
}

export function NothingThere() {
  return <span class="merge-nothing">{i18n.t('import.empty')}</span>;
}

/** More are counted. */
const TAGS_SHOWN = 200;

function Tags({ tags, added }: { tags: readonly string[]; added: readonly string[] }) {
  if (tags.length === 0) return <NothingThere />;
  // The reader looks for added tags, which come last: move them before the cut.
  const shown = tags.length > TAGS_SHOWN ? [...new Set([...added, ...tags])] : tags;
  const isAdded = new Set(added);
  return (
    <span class="merge-tags">
      {shown.slice(0, TAGS_SHOWN).map((tag) =>
        isAdded.has(tag) ? (
          <ins key={tag} class="ps-tag plan-added-tag" title={tag}>
            <TagName tag={tag} />
          </ins>
        ) : (
          <span key={tag} class="ps-tag" title={tag}>
            <TagName tag={tag} />
          </span>
        ),
      )}
      {shown.length > TAGS_SHOWN && (
        <span>{i18n.t('import.moreTags', [shown.length - TAGS_SHOWN])}</span>
      )}
    </span>
  );
}
