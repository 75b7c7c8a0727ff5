import { useState } from 'react';
import { extensionReasonLabels, objectionReasonLabels } from '@xiaohao/messages';
import { objectionReasons } from '@xiaohao/domain';
import { useGovernanceStatistics } from '../../api/governance.js';
import { useToday } from '../../api/session.js';
import { DayChoice } from '../../components/day-choice.js';
import { NamedRows } from '../../components/named-rows.js';
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
                label={t('objection.title')}
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
                label={t('statistics.extensions')}
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

function CountTable(props: Pick<Parameters<typeof NamedRows>[0], 'label' | 'heads' | 'rows'>) {
  if (props.rows.length === 0) return <p className="faint">{t('statistics.none')}</p>;
  return <NamedRows {...props} className="plain count-table" />;
}
