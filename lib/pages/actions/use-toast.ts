import { useEffect, useState } from 'preact/hooks';
import { TOAST_DURATION } from '@/components/feedback/notice-times';

/** A timed result message and its setter. */
export function useToast(): [string | undefined, (sentence: string | undefined) => void] {
  const [toast, setToast] = useState<string>();
  useEffect(() => {
    if (toast === undefined) return;
    const timer = setTimeout(() => setToast(undefined), TOAST_DURATION);
    return () => clearTimeout(timer);
  }, [toast]);
  return [toast, setToast];
}
