import { filingDoubts } from '@xiaohao/domain';
import { filingFindingText } from '@xiaohao/messages';
import type { Filing, IndicatorRow, IndicatorSheet } from '../../api/indicators.js';
import { language } from '../../language.js';

interface Props {
  row: Pick<IndicatorRow, 'key' | 'nature' | 'previous'>;
  filing: Filing;
  sheet: IndicatorSheet;
}

/** What makes a filed value hard to believe, to be looked at before it is accepted. */
export function FilingDoubts({ row, filing, sheet }: Props) {
  const ofUnit = (filings: readonly Filing[]) => filings.find(({ unit }) => unit.id === filing.unit.id)?.value ?? null;
  const present = (key: string) => ofUnit(sheet.indicators.find((one) => one.key === key)?.filings ?? []);
  const doubts = filingDoubts({ ...row, value: filing.value }, ofUnit(row.previous), present);
  return doubts.map(({ code, ...facts }) => (
    <p key={code} className="filing-doubt" role="note">
      {filingFindingText(code, facts, language)}
    </p>
  ));
}
