import './query-field.css';
import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isComposing, isShortcut } from '@/lib/keyboard/keys-pressed';
import { isInField } from '@/lib/keyboard/where-pressed';
import type { QueryHelpTopics } from '@/lib/query/keys';
import type { Offer, OffersAt } from '@/lib/query/offers';
import type { Query, QueryProblem } from '@/lib/query/query';
import { fullCount } from '../format/format-count';
import { CloseIcon, LogoIcon } from '../icons';
import { activeOptionId, OptionList } from '../fields/OptionList';
import { queryProblemSentence } from '../format/query-problem-messages';
import { QueryHelp } from './QueryHelp';
import { QueryMarks } from './QueryMarks';
import { useSuggestions } from '../fields/use-suggestions';
import { useSettledProblems } from './use-settled-problems';
import { useLatest } from '../hooks/use-latest';

interface Props {
  text: string;
  query: Query;
  help: QueryHelpTopics;
  suggest: OffersAt;
  onInput(text: string): void;
  /** Enter without a chosen suggestion. */
  onEnter(): void;
  onTry(example: string): void;
}

/**
 * The search field with suggestions, problems and help. Page-wide, `/` focuses it and F1 opens
 * help. Enter and Tab take only chosen suggestions. User scripts find it by role `searchbox`: no
 * `aria-expanded`.
 */
export function QueryField({ text, query, help, suggest, onInput, onEnter, onTry }: Props) {
  const id = useId();
  const listId = `${id}-list`;
  const input = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLSpanElement>(null);
  const offers = useSuggestions<Offer>();
  const problems = useSettledProblems(query, offers.open);
  const [helping, setHelping] = useState(false);

  useKeysFromAnywhere(input, () => setHelping(true));
  const follow = (): void => {
    if (marks.current && input.current) marks.current.scrollLeft = input.current.scrollLeft;
  };
  useLayoutEffect(follow);
  // After an example, focus the field, not the sheet's opener.
  const tried = useRef(false);
  useLayoutEffect(() => {
    if (tried.current && !helping) input.current?.focus();
    tried.current = false;
  }, [helping]);

  const clear = (): void => {
    offers.close();
    onInput('');
  };
  const take = (offer: Offer): void => {
    // Outdated offers would undo later typing.
    if (input.current === null || offers.outdated) return;
    // Before rendering: the caret cannot pass the current text.
    input.current.value = offer.text;
    input.current.setSelectionRange(offer.caret, offer.caret);
    input.current.focus();
    onInput(offer.text);
    offers.load(suggest(offer.text, offer.caret, false));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // The input method handles composition keys.
    if (isComposing(event)) return;
    const active = offers.options[offers.active];
    const isDone = offers.onKeyDown(event, {
      isEmpty: text === '',
      loadHere: () =>
        offers.load(suggest(text, input.current?.selectionStart ?? text.length, true)),
      clear,
    });
    if (isDone) return;
    switch (event.key) {
      case 'Enter':
      case 'Tab':
        if (active !== undefined && !event.shiftKey) {
          event.preventDefault();
          take(active);
        } else {
          offers.close();
          if (event.key === 'Enter') onEnter();
        }
        break;
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        offers.close();
    }
  };

  return (
    <search class="query">
      <div class="search query-search">
        <span class="search-logo">
          <LogoIcon />
        </span>
        <span class="query-box">
          <span ref={marks} class="query-marks" dir="auto" aria-hidden="true">
            {query.text === text && <QueryMarks text={text} spans={problems} />}
          </span>
          <input
            ref={input}
            type="search"
            dir="auto"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-label={i18n.t('search.label')}
            placeholder={i18n.t('search.label')}
            aria-keyshortcuts="/"
            aria-autocomplete="list"
            aria-controls={listId}
            aria-activedescendant={activeOptionId(listId, offers.active)}
            aria-describedby={`${id}-problem`}
            aria-invalid={problems.length > 0}
            value={text}
            onInput={({ currentTarget: { value, selectionStart } }) => {
              onInput(value);
              offers.load(suggest(value, selectionStart ?? value.length, false));
            }}
            onKeyDown={onKeyDown}
            onScroll={follow}
            onClick={offers.close}
            onBlur={offers.close}
          />
        </span>
        {text === '' ? (
          <kbd aria-hidden="true">/</kbd>
        ) : (
          <button
            type="button"
            class="ps-icon-button ps-icon-button-quiet"
            aria-label={i18n.t('search.clear')}
            onClick={() => {
              clear();
              input.current?.focus();
            }}
          >
            <CloseIcon />
          </button>
        )}
        <button
          type="button"
          class="ps-icon-button ps-icon-button-quiet query-help-button"
          aria-label={i18n.t('query.help')}
          aria-haspopup="dialog"
          aria-keyshortcuts="F1"
          onClick={() => setHelping(true)}
        >
          <kbd aria-hidden="true">?</kbd>
        </button>
        <OptionList
          id={listId}
          label={i18n.t('query.suggestions')}
          suggestions={offers}
          keyOf={({ value }) => value}
          onTake={take}
        >
          {(offer) => <OfferLabel {...offer} />}
        </OptionList>
      </div>
      <p id={`${id}-problem`} class="query-problem" role="status">
        {problemSentences(query.text, problems).join(' ')}
      </p>
      <div class="ps-hidden" role="status">
        {offers.open && i18n.t('query.suggested', offers.options.length)}
      </div>
      {helping && (
        <QueryHelp
          topics={help}
          onTry={(example) => {
            tried.current = true;
            setHelping(false);
            onTry(example);
          }}
          onClose={() => setHelping(false)}
        />
      )}
    </search>
  );
}

/** Fixing the first often fixes the next. */
const MOST_PROBLEMS = 4;

/** The first problems, each sentence once. */
function problemSentences(text: string, problems: readonly QueryProblem[]): string[] {
  const sentences = problems
    .slice(0, MOST_PROBLEMS)
    .map((problem) => queryProblemSentence(text, problem));
  return [...new Set(sentences)];
}

function OfferLabel({ value, count, description }: Offer) {
  return (
    <span class="query-option">
      <bdi>{value}</bdi>
      {description && <span class="query-option-hint">{i18n.t(description)}</span>}
      {count !== undefined && <span class="query-option-count">{fullCount(count)}</span>}
    </span>
  );
}

/** Handles `/` and F1 page-wide. */
function useKeysFromAnywhere(input: RefObject<HTMLInputElement | null>, onHelp: () => void): void {
  const help = useLatest(onHelp);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isShortcut(event) || isComposing(event)) return;
      if (event.key === 'F1') {
        help.current();
      } else if (event.key === '/' && !isInField(event)) {
        input.current?.focus();
        input.current?.select();
      } else {
        return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [input, help]);
}
