import { FailureMessage } from '@/components/feedback/FailureMessage';
import { useFailure } from '@/components/feedback/use-failure';
import { useEditableSetting, type EditableSetting } from '@/lib/pages/library/use-setting';
import { cardFilter } from '@/lib/settings/card-filter-setting';
import { pageKeys } from '@/lib/settings/page-keys-setting';
import { KeysSetting } from './KeysSetting';
import { CardFilterSetting } from './CardFilterSetting';

export function ListingsSection() {
  const keys = useEditableSetting(pageKeys);
  const filter = useEditableSetting(cardFilter);
  const { failure, attempt } = useFailure();
  if (keys.shown === undefined || filter.shown === undefined) return null;
  const set = <T extends object>({ show, store }: EditableSetting<T>, part: Partial<T>): void =>
    show(
      part,
      attempt(() => store(part)),
    );
  return (
    <>
      <KeysSetting value={keys.shown} onChange={(part) => set(keys, part)} />
      <CardFilterSetting value={filter.shown} onChange={(part) => set(filter, part)} />
      {failure && <FailureMessage code={failure.code} />}
    </>
  );
}
