import './rename-field.css';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isComposing } from '@/lib/keyboard/keys-pressed';
import type { RenamePlan } from '@/lib/papers/tags/plan-rename';
import { TAG_LENGTH_LIMIT } from '@/lib/papers/tags/tag';
import { fullCount } from '@/components/format/format-count';

interface Props {
  label: string;
  /** If false, only for screen readers. */
  showLabel?: boolean;
  initial: string;
  /** Suggested names. */
  offers?: readonly string[];
  /** The typed name's effect; undefined if none. */
  plan(typed: string): RenamePlan | undefined;
  onCommit(plan: RenamePlan): void;
  onLeave(): void;
}

/** Renames or merges tags, with a preview. Escape cancels. */
export function RenameField(props: Props) {
  const { label, showLabel = false, initial, offers = [], onCommit, onLeave } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(initial);
  const plan = props.plan(typed);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- handles Escape for its field
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (plan === undefined) onLeave();
        else if (!plan.tooLong) onCommit(plan);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <label class={showLabel ? 'rename-label' : 'ps-hidden'} for={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        class="ps-field rename-input"
        type="text"
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={TAG_LENGTH_LIMIT}
        list={offers.length > 0 ? `${id}-offers` : undefined}
        aria-describedby={`${id}-hint`}
        aria-invalid={plan?.tooLong ?? false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {offers.length > 0 && (
        <datalist id={`${id}-offers`}>
          {offers.map((offer) => (
            <option key={offer}>{offer}</option>
          ))}
        </datalist>
      )}
      <button
        type="submit"
        class="ps-button ps-button-primary"
        disabled={plan === undefined || plan.tooLong}
      >
        {plan?.mergesWith || offers.length > 0
          ? i18n.t('tagsView.merge')
          : i18n.t('tagsView.rename')}
      </button>
      <button type="button" class="ps-button" onClick={onLeave}>
        {i18n.t('tagsView.cancel')}
      </button>
      <p
        id={`${id}-hint`}
        class={plan?.tooLong ? 'rename-hint rename-wrong' : 'rename-hint'}
        role="status"
      >
        {plan && hintMessage(plan)}
      </p>
    </form>
  );
}

function hintMessage({ mergesWith, papers, below, tooLong }: RenamePlan): string {
  if (tooLong) return i18n.t('tagsView.tooLong');
  const touched = i18n.t('tagsView.onPapers', papers, [fullCount(papers)]);
  const along = below > 0 ? i18n.t('tagsView.movesSubtags', below, [fullCount(below)]) : '';
  const merging =
    mergesWith &&
    i18n.t('tagsView.mergesWith', [
      mergesWith.tag,
      i18n.t('papers', mergesWith.papers.length, [fullCount(mergesWith.papers.length)]),
    ]);
  return [merging, touched, along].filter(Boolean).join(' · ');
}
