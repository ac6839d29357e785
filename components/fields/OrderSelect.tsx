import './order-select.css';
import { i18n } from '#i18n';

interface Props<Order> {
  options: readonly Order[];
  /** The selected order's key. */
  value: string;
  keyOf(order: NoInfer<Order>): string;
  labelOf(order: Order): string;
  onChange(order: Order): void;
}

/** Selects a sort order. */
export function OrderSelect<Order>({ options, value, keyOf, labelOf, onChange }: Props<Order>) {
  return (
    <label>
      <span class="ps-hidden">{i18n.t('sort.label')}</span>
      <select
        class="ps-select"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((order) => keyOf(order) === currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((order) => (
          <option key={keyOf(order)} value={keyOf(order)}>
            {labelOf(order)}
          </option>
        ))}
      </select>
    </label>
  );
}
