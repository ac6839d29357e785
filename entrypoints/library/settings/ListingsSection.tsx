import { FailureMessage } from '@/components/feedback/FailureMessage';
import { useFailure } from '@/components/feedback/use-failure';
import { useSetting } from '@/lib/pages/library/use-setting';
import { cardFilter } from '@/lib/settings/card-filter-setting';
import { pageKeys } from '@/lib/settings/page-keys-setting';
import { KeysSetting } from './KeysSetting';
import { CardFilterSetting } from './CardFilterSetting';

/** Settings for listings. */
export function ListingsSection() {
  const keys = useSetting(pageKeys);
  const filter = useSetting(cardFilter);
  const { failure, attempt } = useFailure();
  if (keys === undefined || filter === undefined) return null;
  return (
    <>
      <KeysSetting value={keys} onChange={(value) => attempt(() => pageKeys.write(value))} />
      <CardFilterSetting
        value={filter}
        onChange={(value) => attempt(() => cardFilter.write(value))}
      />
      {failure && <FailureMessage code={failure.code} />}
    </>
  );
}
