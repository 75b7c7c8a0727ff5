import { useState } from 'react';
import { extensionReasonLabels, objectionReasonLabels } from '@xiaohao/messages';
import { objectionReasons } from '@xiaohao/domain';
import { useGovernanceStatistics } from '../../api/governance.js';
import { useToday } from '../../api/session.js';
import { DayChoice } from '../../components/day-choice.js';
import { PageHead } from '../../components/page-head.js';
import { Section } from '../../components/section.js';
import { Answer } from '../../components/states.js';
import { labelOf, labelText, t } from '../../language.js';

/** How deadlines and assignments held: objections by unit, extensions by ground, on time by either deadline. */
export function StatisticsPage() {
  const today = useToday();
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState<string>(today);
  const asked = useGovernanceStatistics({ from, to });
  return (
    <div className="page">
      <PageHead title={t('statistics.title')}>
        <DayChoice value={from} to={to} onChange={(day) => day && setFrom(day)} />
        <DayChoice value={to} from={from} onChange={(day) => day && setTo(day)} />
      </PageHead>
      <Answer asked={asked}>
        {({ objections, extensions, done }) => (
          <>
            <Section title={t('statistics.onTime')}>
              <p>{t('statistics.done', { dated: done.dated, onTime: done.onTime, original: done.onTimeByOriginal })}</p>
            </Section>
            <Section title={t('objection.title')}>
              <CountTable
                heads={[
                  t('column.leadUnit'),
                  ...objectionReasons.map((code) => labelText(objectionReasonLabels[code])),
                  t('statistics.total'),
                ]}
                rows={objections.map((row) => [row.unit.name, ...objectionReasons.map((code) => row[code]), row.total])}
              />
            </Section>
            <Section title={t('statistics.extensions')}>
              <CountTable
                heads={[
                  t('statistics.ground'),
                  t('statistics.asked'),
                  t('extension.granted'),
                  t('extension.refused'),
                  t('extension.late'),
                ]}
                rows={extensions.map((row) => [
                  labelOf(extensionReasonLabels, row.ground),
                  row.asked,
                  row.granted,
                  row.refused,
                  row.late,
                ])}
              />
            </Section>
          </>
        )}
      </Answer>
    </div>
  );
}

function CountTable({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly (string | number)[])[] }) {
  if (rows.length === 0) return <p className="faint">{t('statistics.none')}</p>;
  return (
    <div className="table-scroll">
      <table className="plain count-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...counts]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {counts.map((count, index) => (
                <td key={index} className="figures">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
