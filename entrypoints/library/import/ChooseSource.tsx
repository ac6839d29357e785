import './choose-source.css';
import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isComposing } from '@/lib/keyboard/keys-pressed';

interface Props {
  onFiles(files: File[]): void;
  onText(text: string): void;
}

export function ChooseSource({ onFiles, onText }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const pasteHint = useId();
  const isEmpty = text.trim() === '';
  return (
    <div class="import-choose">
      <div class="import-drop">
        <p class="import-drop-text">{i18n.t('import.drop')}</p>
        <button
          type="button"
          class="ps-button ps-button-primary"
          onClick={() => picker.current?.click()}
        >
          {i18n.t('import.chooseFiles')}
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={i18n.t('import.chooseFiles')}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // So that the same file, corrected, can be chosen again.
            currentTarget.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
        <p class="import-supported">{i18n.t('import.supported')}</p>
      </div>
      <form
        class="import-paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) onText(text);
        }}
      >
        <label class="import-paste-label" for={`${pasteHint}-text`}>
          {i18n.t('import.paste')}
        </label>
        <textarea
          id={`${pasteHint}-text`}
          class="ps-field import-paste-text"
          rows={4}
          spellcheck={false}
          placeholder={i18n.t('import.pasteExample')}
          aria-describedby={pasteHint}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (isComposing(event) || event.key !== 'Enter' || isEmpty) return;
            if (event.ctrlKey || event.metaKey) onText(text);
          }}
        />
        <div class="import-paste-foot">
          <p id={pasteHint} class="import-small">
            {i18n.t('import.pasteHint')}
          </p>
          <button type="submit" class="ps-button import-submit" disabled={isEmpty}>
            {i18n.t('import.previewPasted')}
          </button>
        </div>
      </form>
    </div>
  );
}
