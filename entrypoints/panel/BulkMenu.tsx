import { i18n } from '#i18n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { BulkCardChange } from '@/lib/library/entries/bulk-card-changes';
import { isComposing } from '@/lib/keyboard/keys-pressed';
import { tagsAndText, typeInto } from '@/lib/keyboard/typed-edits';
import { sendMessage } from '@/lib/messaging/client';
import type { FrameView } from '@/lib/messaging/frame';
import { STATUSES } from '@/lib/papers/entry';
import { StatusDot } from '@/components/fields/StatusDot';
import { TagInput } from '@/components/fields/TagInput';
import { statusLabel } from '@/components/format/status-labels';
import { ExportItems } from '@/components/overlay/ExportItems';
import { moveMenuFocus } from '@/components/overlay/Menu';
import { isLeaving } from './tab-stops';

interface Props {
  view: Exclude<FrameView, { kind: 'panel' }>;
  /** The frame has had the focus, which the first control takes. */
  hasFocus: boolean;
  typedAhead: string;
  onChange: (change: BulkCardChange) => void;
  /** @param format `ExportChoice.id` */
  onExport: (format: string) => void;
  onClose: () => void;
}

const LABELS = {
  tag: 'selection.tag',
  status: 'status.label',
  export: 'export.label',
} as const satisfies Record<Props['view']['kind'], string>;

export function BulkMenu({ view, hasFocus, typedAhead, onChange, onExport, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // Layout effect: browsers paint nothing in hidden frames.
  useLayoutEffect(() => {
    if (hasFocus) box.current?.querySelector<HTMLElement>('button, input')?.focus();
  }, [hasFocus]);
  useLayoutEffect(() => {
    const field = box.current?.querySelector('input');
    if (field == null || typedAhead === '') return;
    const { tags, text } = tagsAndText('tags', typedAhead);
    if (tags[0] !== undefined) onChange({ kind: 'add-tag', tag: tags[0] });
    else if (text !== '') typeInto(field, text);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [typedAhead]);

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return;
    const isOut = event.key === 'Tab' && (view.kind === 'export' || isLeaving(event, box.current));
    if (isOut) event.preventDefault();
    if (event.key === 'Escape' || isOut) onClose();
    if (view.kind === 'export' && moveMenuFocus(box.current, event)) event.preventDefault();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of its controls
    <div
      ref={box}
      class={view.kind === 'tag' ? 'ps-bulk ps-bulk-tag' : 'ps-bulk'}
      role={view.kind === 'export' ? 'menu' : 'dialog'}
      aria-label={i18n.t(LABELS[view.kind])}
      onKeyDown={onKeyDown}
    >
      <Controls view={view} onChange={onChange} onExport={onExport} />
    </div>
  );
}

function Controls({ view, onChange, onExport }: Pick<Props, 'view' | 'onChange' | 'onExport'>) {
  switch (view.kind) {
    case 'tag':
      return (
        <TagInput
          tags={[]}
          suggest={(typed, taken) =>
            sendMessage('library.suggest-tags', { typed, taken: [...taken] })
          }
          onAdd={async (tag) => {
            onChange({ kind: 'add-tag', tag });
            return false;
          }}
          onRemove={async () => false}
          dropsLeftover
        />
      );
    case 'status':
      return STATUSES.map((status) => (
        <button
          key={status}
          type="button"
          class="ps-menu-item"
          onClick={() => onChange({ kind: 'status', status })}
        >
          <StatusDot status={status} />
          {statusLabel(status)}
        </button>
      ));
    case 'export':
      return <ExportItems choices={view.exportChoices} onExport={onExport} />;
  }
}
