import { useEffect, useState } from 'preact/hooks';
import { NEWS_STAYS } from '@/components/feedback/notice-times';

/** A result message that times out, and its setter. */
export function useToast(): [string | undefined, (sentence: string | undefined) => void] {
  const [news, setNews] = useState<string>();
  useEffect(() => {
    if (news === undefined) return;
    const timer = setTimeout(() => setNews(undefined), NEWS_STAYS);
    return () => clearTimeout(timer);
  }, [news]);
  return [news, setNews];
}
