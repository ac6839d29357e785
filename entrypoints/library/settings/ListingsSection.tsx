import { useState } from 'preact/hooks';
import { FailureMessage } from '@/components/FailureMessage';
import { useSetting } from '@/lib/extension-pages/use-setting';
import { asFailure, type FailureCode } from '@/lib/papers/failure';
import { cardFilter } from '@/lib/settings/card-filter';
import { pageKeys } from '@/lib/settings/page-keys';
import type { StoredValue } from '@/lib/settings/stored-value';
import { KeysSetting } from './KeysSetting';
import { SetAsideSetting } from './SetAsideSetting';

/** How listings are: their keys, and which cards are set aside. */
export function ListingsSection() {
  const keys = useSetting(pageKeys);
  const filter = useSetting(cardFilter);
  const [failure, setFailure] = useState<FailureCode>();
  if (keys === undefined || filter === undefined) return null;
  const write = <T,>(setting: StoredValue<T>, value: T): void => {
    setFailure(undefined);
    setting.write(value).catch((error: unknown) => setFailure(asFailure(error).code));
  };
  return (
    <>
      <KeysSetting value={keys} onChange={(value) => write(pageKeys, value)} />
      <SetAsideSetting value={filter} onChange={(value) => write(cardFilter, value)} />
      {failure !== undefined && <FailureMessage code={failure} />}
    </>
  );
}
