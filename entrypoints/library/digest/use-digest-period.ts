import { useState } from 'preact/hooks';
import { useSetting } from '@/lib/pages/library/use-setting';
import { sendMessage } from '@/lib/messaging/client';
import type { DigestPeriod } from '@/lib/papers/digest';
import { digestPeriod } from '@/lib/settings/digest-period';

/** The digest's and badge's period, undefined until read, and its setter. */
export function useDigestPeriod(): [DigestPeriod | undefined, (period: DigestPeriod) => void] {
  const stored = useSetting(digestPeriod);
  const [chosen, setChosen] = useState<DigestPeriod>();
  const choose = (period: DigestPeriod): void => {
    setChosen(period);
    void keep(period);
  };
  return [chosen ?? stored, choose];
}

async function keep(period: DigestPeriod): Promise<void> {
  try {
    await digestPeriod.write(period);
    await sendMessage('daily-list.show-missed', {});
  } catch (error) {
    console.warn('Papershelf could not keep the period of the digest', error);
  }
}
