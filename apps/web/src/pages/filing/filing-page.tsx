import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { halfYearToFile, parsePeriod } from '@xiaohao/domain';
import { useIndicatorSheet } from '../../api/indicators.js';
import { useUnits } from '../../api/people.js';
import { useMay, useMe, useToday } from '../../api/session.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { PeriodChoice } from '../reports/period-choice.js';
import { FilingTable } from './filing-table.js';
import { ParameterSection } from './parameter-section.js';

/** What a unit files for a period, row by row; unit and period stand in the address bar. */
export function FilingPage() {
  const [query, setQuery] = useSearchParams();
  const today = useToday();
  const isPhone = useIsPhone();
  const { data: me } = useMe();
  const asked = parsePeriod(query.get('period') ?? '');
  const period = asked?.code ?? halfYearToFile(today).code;
  const sheet = useIndicatorSheet(period);
  const units = useUnits();
  const ownIds = sheet.data?.ownUnitIds ?? [];
  const mayAccept = useMay('indicator.accept');
  const mayDefine = useMay('indicator.define');
  const keepsParameters = useMay('parameter.edit');
  const offered = (units.data ?? []).filter(({ id }) => ownIds.length === 0 || ownIds.includes(id));
  const posts = me?.posts.map(({ unit }) => unit.id) ?? [];
  const unit =
    offered.find(({ id }) => id === query.get('unitId')) ?? offered.find(({ id }) => posts.includes(id)) ?? offered[0];
  const choose = (change: Record<string, string>) =>
    setQuery({ period, ...(unit ? { unitId: unit.id } : {}), ...change }, { replace: true });
  return (
    <div className="page">
      <PageHead title={t('nav.filing')} note={!isPhone && t('filing.pasteNote')}>
        <Select
          aria-label={t('filing.unit')}
          className="filing-unit"
          showSearch={{ optionFilterProp: 'label' }}
          loading={units.isLoading}
          value={unit?.id}
          onChange={(unitId: string) => choose({ unitId })}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <PeriodChoice
          value={period}
          lastYear={Number(today.slice(0, 4)) + 1}
          onChange={(next) => choose({ period: next })}
        />
        {ownIds.length > 0 && <Link to={`/filing/upload?period=${period}`}>{t('filing.byWorkbook')}</Link>}
        {mayDefine && <Link to={`/filing/duties?period=${period}`}>{t('duty.open')}</Link>}
        {mayAccept && <Link to={`/filing/review?period=${period}`}>{t('filing.toReview')}</Link>}
      </PageHead>
      <Answer asked={sheet} lines={12}>
        {(present) =>
          present.indicators.length === 0 || !unit ? (
            <EmptyState title={t('filing.none')} />
          ) : (
            <FilingTable
              key={`${period}/${unit.id}`}
              sheet={present}
              unitId={unit.id}
              wanted={query.get('indicator')}
              mayFile={present.ownUnitIds.includes(unit.id)}
            />
          )
        }
      </Answer>
      {keepsParameters && !sheet.isPending && <ParameterSection />}
    </div>
  );
}
