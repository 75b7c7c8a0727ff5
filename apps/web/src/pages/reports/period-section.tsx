import { Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import type { FormerReport, LearnedPeriodPlace } from '../../api/former-reports.js';
import { useToday } from '../../api/session.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';
import type { Binding } from './binding.js';
import { PeriodChoice } from './period-choice.js';
import { periodWords } from './report-words.js';

interface Props {
  report: FormerReport;
  binding: Binding;
  isReading: boolean;
  onPeriod: (code: string) => void;
}

/** The words and days of the report's period: what they become in the next one, and which of them stay. */
export function PeriodSection({ report, binding, isReading, onPeriod }: Props) {
  const { period, periods, periodCandidates, periodUnbuildable } = report;
  return (
    <Section title={t('learn.periods')} count={periods.length}>
      <div className="learn-period">
        {periodCandidates.length > 0 ? (
          <>
            <p>{t('learn.periodAsk')}</p>
            <Radio.Group disabled={isReading} value={null} onChange={(event) => onPeriod(event.target.value as string)}>
              {periodCandidates.map(({ code }) => (
                <Radio.Button key={code} value={code}>
                  {periodWords(code)}
                </Radio.Button>
              ))}
            </Radio.Group>
          </>
        ) : (
          <>
            {periodUnbuildable && !period && <p>{t('learn.periodUnbuildable', { words: periodUnbuildable })}</p>}
            <OwnPeriod period={period} hasPlaces={periods.length > 0} isReading={isReading} onPeriod={onPeriod} />
          </>
        )}
      </div>
      <ul className="learn-periods">
        {groupsOf(periods).map((places) => (
          <PeriodGroup key={`${places[0]!.key} ${places[0]!.found}`} places={places} binding={binding} />
        ))}
      </ul>
      {periods.length > 0 && <p className="faint learn-periods-note">{t('learn.periodsNote')}</p>}
    </Section>
  );
}

interface OwnProps {
  period: string | null;
  hasPlaces: boolean;
  isReading: boolean;
  onPeriod: (code: string) => void;
}

function OwnPeriod({ period, hasPlaces, isReading, onPeriod }: OwnProps) {
  const today = useToday();
  const year = today.slice(0, 4);
  const [wanted, setWanted] = useState<string | null>(null);
  if (wanted === null) {
    return (
      <p>
        {period ? `${t('learn.periodOf')}：${periodWords(period)}` : !hasPlaces && t('learn.periodNone')}{' '}
        {period && !hasPlaces && t('learn.periodNoPlaces')}
        <Button type="link" size="small" onClick={() => setWanted(period ?? `${year}H1`)}>
          {t(period ? 'learn.periodChange' : 'learn.periodSet')}
        </Button>
      </p>
    );
  }
  return (
    <p className="learn-period-choice">
      {t('learn.periodOf')} <PeriodChoice value={wanted} onChange={setWanted} lastYear={Number(year)} />
      <Button
        type="primary"
        size="small"
        loading={isReading}
        onClick={() => {
          onPeriod(wanted);
          setWanted(null);
        }}
      >
        {t('learn.periodSet')}
      </Button>
    </p>
  );
}

function PeriodGroup({ places, binding }: { places: readonly LearnedPeriodPlace[]; binding: Binding }) {
  const { found, alias, name } = places[0]!;
  const kept = places.filter(binding.isLiteral).length;
  return (
    <li>
      <Checkbox
        checked={kept < places.length}
        indeterminate={kept > 0 && kept < places.length}
        onChange={() => binding.setLiteral(places, kept === 0)}
      >
        {found} → <span title={name}>{`{${alias}}`}</span>{' '}
        {places.length > 1 && <span className="faint">{t('learn.times', { count: places.length })}</span>}
      </Checkbox>
    </li>
  );
}

/** The same words for the same tag stand together. */
function groupsOf(places: readonly LearnedPeriodPlace[]): LearnedPeriodPlace[][] {
  const groups = new Map<string, LearnedPeriodPlace[]>();
  for (const place of places) {
    const key = `${place.key} ${place.found}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()];
}
