import { useState } from 'preact/hooks';
import { DIGEST_ORDERS, type DigestOrder } from '@/lib/papers/digest';

const KEY = 'digest-order';

/** What the papers of a day are ordered by; kept in this browser. */
export function useDigestOrder(): [DigestOrder, (order: DigestOrder) => void] {
  const [order, setOrder] = useState<DigestOrder>(
    () => DIGEST_ORDERS.find((each) => each === localStorage.getItem(KEY)) ?? 'upvotes',
  );
  return [
    order,
    (chosen) => {
      setOrder(chosen);
      localStorage.setItem(KEY, chosen);
    },
  ];
}
