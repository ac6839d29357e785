import type { Rise } from '@/lib/papers/rise';
import type { FilterEffect } from '@/lib/content-script/filter/filter-verdicts';
import { CloseIcon } from '@/components/icons';
import { CardButton, type CardButtonProps } from './CardButton';
import { riseMessage } from '@/components/format/format-since';
import { cardMessage } from './card-messages';

export interface CardControlsProps extends CardButtonProps {
  isNew: boolean;
  rise: Rise | undefined;
  dismissed: boolean;
  filterEffect: FilterEffect | undefined;
  /** Undefined unless selecting. */
  selected: boolean | undefined;
  isCurrent: boolean;
  onDismiss: () => void;
  /** @param toHere selects the range up to this card */
  onSelect: (toHere: boolean) => void;
}

/** A card's marks and buttons. */
export function CardControls(props: CardControlsProps) {
  const { isNew, rise, dismissed, filterEffect, selected, isCurrent, onDismiss, onSelect } = props;
  return (
    <>
      {filterEffect === 'dim' && <div class="ps-dim" />}
      {(isCurrent || selected) && <div class={isCurrent ? 'ps-ring' : 'ps-ring ps-ring-thin'} />}
      <div class="ps-card">
        {(isNew || rise !== undefined) && (
          <span class="ps-card-marks">
            {isNew && <span>{cardMessage('new')}</span>}
            {rise !== undefined && <span class="ps-card-rise">{riseMessage(rise)}</span>}
          </span>
        )}
        {selected === undefined ? (
          <button
            type="button"
            class="ps-icon-button ps-card-dismiss"
            aria-pressed={dismissed}
            aria-label={cardMessage('dismiss', props.title)}
            title={cardMessage(dismissed ? 'dismissedHint' : 'dismissHint')}
            onClick={onDismiss}
          >
            <CloseIcon />
          </button>
        ) : (
          // In the same place: nothing moves. No label: Chromium drops Shift-clicks on one outside
          // its checkbox.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the box has the keys
          <span class="ps-card-check" onClick={(event) => onSelect(event.shiftKey)}>
            <input
              type="checkbox"
              checked={selected}
              aria-label={cardMessage('select', props.title)}
            />
          </span>
        )}
        <CardButton {...props} />
      </div>
    </>
  );
}
