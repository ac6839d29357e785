import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { UNDO_DURATION } from './notice-times';
import { useFocusRestore } from '../hooks/use-focus-restore';
import { useLatest } from '../hooks/use-latest';

interface Props {
  /** Another object restarts the timer, even for the same message. */
  of: object;
  message: string;
  /** ms; restarts when pointer or focus leaves. */
  duration?: number | undefined;
  onUndo?: (() => void) | undefined;
  onDone(): void;
}

/** A toast with an optional Undo button. The timer pauses while hovered or focused. */
export function NoticeBar({ of, message, duration = UNDO_DURATION, onUndo, onDone }: Props) {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const done = useLatest(onDone);
  const bar = useRef<HTMLDivElement>(null);
  useFocusRestore(bar);
  const paused = hovered || focused;
  useEffect(() => {
    if (paused) return;
    const timer = setTimeout(() => done.current(), duration);
    return () => clearTimeout(timer);
  }, [paused, of, duration, done]);
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
