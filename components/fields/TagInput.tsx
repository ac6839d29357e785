import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isComposing } from '@/lib/keyboard/keys-pressed';
import { cleanTag, sameTag, TAG_LENGTH_LIMIT, withoutTag, withTag } from '@/lib/papers/tags/tag';
import { CloseIcon } from '../icons';
import { activeOptionId, OptionList } from './OptionList';
import { TagName } from './TagName';
import { useOnLeave } from '../hooks/use-on-leave';
import { useOptimistic } from '../hooks/use-optimistic';
import { useSuggestions } from './use-suggestions';

interface Props {
  /** As stored. */
  tags: readonly string[];
  suggest(text: string, taken: readonly string[]): Promise<readonly string[]>;
  /** Resolves to whether it was stored; reports failures. */
  onAdd(tag: string): Promise<boolean>;
  /** Like `onAdd`. */
  onRemove(tag: string): Promise<boolean>;
  /** For bulk edits, where leftover text would tag many papers. */
  dropsLeftover?: boolean;
}

interface TagChange {
  kind: 'add' | 'remove';
  tag: string;
}

/**
 * Tags with a combobox; shows changes while storing them. Enter adds the typed text or the option
 * chosen by arrow keys. Leftover text is added on blur and page close; Escape discards it.
 */
export function TagInput(props: Props) {
  const { suggest, onAdd, onRemove, dropsLeftover = false } = props;
  const [tags, show] = useOptimistic(props.tags, changedTags);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [announcement, setAnnouncement] = useState('');
  /** Backspace then removes the last tag. */
  const [marked, setMarked] = useState(false);
  const offers = useSuggestions<string>();
  const load = (typed: string): void => offers.load(suggest(typed, tags));

  const add = (typed: string): void => {
    offers.close();
    setText('');
    const tag = cleanTag(typed);
    if (tag === '') return;
    if (tags.some((known) => sameTag(known, tag))) {
      setAnnouncement(i18n.t('tags.alreadyAdded', [tag]));
      return;
    }
    show({ kind: 'add', tag }, onAdd(tag));
    setAnnouncement(i18n.t('tags.added', [tag]));
  };
  const remove = (tag: string): void => {
    show({ kind: 'remove', tag }, onRemove(tag));
    setMarked(false);
    setAnnouncement(i18n.t('tags.removed', [tag]));
    input.current?.focus();
  };

  const addLeftover = (): void => {
    if (!dropsLeftover) add(text);
  };
  useOnLeave(addLeftover);

  const onKeyDown = (event: KeyboardEvent): void => {
    // The input method handles composition keys.
    if (isComposing(event)) return event.stopPropagation();
    if (event.key !== 'Backspace') setMarked(false);
    const isDone = offers.onKeyDown(event, {
      isEmpty: text === '',
      loadHere: () => load(text),
      clear: () => setText(''),
    });
    if (isDone) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add(offers.options[offers.active] ?? text);
    } else if (event.key === 'Backspace') {
      const last = tags.at(-1);
      if (text !== '' || last === undefined || event.repeat) return;
      if (marked) remove(last);
      else setAnnouncement(i18n.t('tags.backspaceAgain', [last]));
      setMarked(!marked);
    }
  };

  return (
    <div class="ps-tags">
      <div class="ps-field ps-tags-field">
        {tags.length > 0 && (
          <Chips tags={tags} marked={marked ? tags.at(-1) : undefined} onRemove={remove} />
        )}
        <input
          ref={input}
          class="ps-tags-input"
          type="text"
          role="combobox"
          dir="auto"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={TAG_LENGTH_LIMIT}
          aria-label={i18n.t('tags.add')}
          placeholder={i18n.t('tags.add')}
          aria-autocomplete="list"
          aria-expanded={offers.open}
          aria-controls={listId}
          aria-activedescendant={activeOptionId(listId, offers.active)}
          value={text}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            setText(typed);
            setMarked(false);
            if (typed.trim() === '') offers.close();
            else load(typed);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setMarked(false);
            // Switching windows commits nothing.
            if (document.hasFocus()) addLeftover();
          }}
        />
      </div>
      <OptionList
        id={listId}
        label={i18n.t('tags.suggestions')}
        suggestions={offers}
        keyOf={(tag) => tag}
        onTake={add}
      >
        {(tag) => <TagName tag={tag} />}
      </OptionList>
      <div class="ps-hidden" role="status">
        {offers.open ? i18n.t('tags.suggested', offers.options.length) : announcement}
      </div>
    </div>
  );
}

function changedTags(tags: readonly string[], { kind, tag }: TagChange): readonly string[] {
  return kind === 'add' ? withTag(tags, tag) : withoutTag(tags, tag);
}

interface ChipsProps {
  tags: readonly string[];
  marked: string | undefined;
  onRemove(tag: string): void;
}

function Chips({ tags, marked, onRemove }: ChipsProps) {
  return (
    <ul class="ps-chips" aria-label={i18n.t('tags.label')}>
      {tags.map((tag) => (
        <li key={tag} class={tag === marked ? 'ps-chip ps-chip-marked' : 'ps-chip'}>
          <TagName tag={tag} />
          <button
            type="button"
            class="ps-icon-button ps-icon-button-quiet ps-chip-remove"
            aria-label={i18n.t('tags.remove', [tag])}
            onClick={() => onRemove(tag)}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}
