import { Select } from 'antd';
import { t } from '../../language.js';

interface Props {
  value?: string;
  onChange?: (code: string) => void;
  /** The latest year offered. */
  lastYear: number;
}

const yearsOffered = 8;

const parts = [
  { value: 'H1', label: t('period.H1') },
  { value: 'H2', label: t('period.H2') },
  { value: '', label: t('period.year') },
  ...[1, 2, 3, 4].map((number) => ({ value: `Q${number}`, label: t('period.quarter', { number }) })),
  ...Array.from({ length: 12 }, (_, at) => ({
    value: `-${String(at + 1).padStart(2, '0')}`,
    label: t('period.month', { number: at + 1 }),
  })),
];

/** Chooses a reporting period by its year and its part: `2022H1`, `2022`, `2022Q1`, `2022-06`. */
export function PeriodChoice({ value = '', onChange, lastYear }: Props) {
  const year = value.slice(0, 4);
  const part = value.slice(4);
  const years = Array.from({ length: yearsOffered }, (_, at) => String(lastYear - at));
  if (!years.includes(year)) years.push(year);
  return (
    <span className="period-choice">
      <Select
        aria-label={t('period.yearLabel')}
        value={year}
        onChange={(next: string) => onChange?.(next + part)}
        options={years.map((one) => ({ value: one, label: t('period.yearOption', { year: one }) }))}
      />
      <Select
        aria-label={t('period.part')}
        value={part}
        onChange={(next: string) => onChange?.(year + next)}
        options={parts}
      />
    </span>
  );
}
