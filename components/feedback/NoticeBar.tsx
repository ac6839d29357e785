import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { UNDO_STAYS } from './notice-times';
import { useFocusRestore } from '../hooks/use-focus-restore';

interface Props {
  /** What it tells of: the time starts anew for another, though it is told in the same words. */
  of: object;
  message: string;
  /** How long it stays when left alone, ms; that starts anew when the pointer or the focus leaves. */
  stays?: number | undefined;
  /** None when it cannot be taken back. */
  onUndo?: (() => void) | undefined;
  /** The time is over; the bar goes. */
  onDone(): void;
}

/** Says what was done and offers to undo it where it can be, for a while that does not run out under one's hand. */
export function NoticeBar({ of, message, stays = UNDO_STAYS, onUndo, onDone }: Props) {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const done = useRef(onDone);
  done.current = onDone;
  const bar = useRef<HTMLDivElement>(null);
  useFocusRestore(bar);
  const paused = hovered || focused;
  useEffect(() => {
    if (paused) return;
    const timer = setTimeout(() => done.current(), stays);
    return () => clearTimeout(timer);
  }, [paused, of, stays]);
  return (
    <div
      ref={bar}
      class="ps-undo"
      role="status"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <span>{message}</span>
      {onUndo !== undefined && (
        <button type="button" class="ps-button" onClick={onUndo}>
          {i18n.t('undo.undo')}
        </button>
      )}
    </div>
  );
}
