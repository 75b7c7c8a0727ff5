import { Checkbox, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { halfYearToFile, parsePeriod } from '@xiaohao/domain';
import { useFilingPlan, type FilingPlan } from '../../api/filing-duties.js';
import { useIndicatorSheet, type IndicatorSheet } from '../../api/indicators.js';
import { useUnits } from '../../api/people.js';
import { useMay, useMe, useToday } from '../../api/session.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { PeriodChoice } from '../reports/period-choice.js';
import { FilingTable } from './filing-table.js';
import { ownRows } from './own-rows.js';
import { ParameterSection } from './parameter-section.js';

/** What a unit files for a period, row by row; unit and period stand in the address bar. */
export function FilingPage() {
  const [query, setQuery] = useSearchParams();
  const today = useToday();
  const isPhone = useIsPhone();
  const { data: me } = useMe();
  const period = parsePeriod(query.get('period') ?? '')?.code ?? halfYearToFile(today).code;
  const sheet = useIndicatorSheet(period);
  const plan = useFilingPlan(period);
  const asked = {
    data: plan.data && sheet.data && { plan: plan.data, sheet: sheet.data },
    error: plan.error ?? sheet.error,
    refetch: () => void Promise.all([plan.refetch(), sheet.refetch()]),
  };
  const units = useUnits();
  const ownIds = sheet.data?.ownUnitIds ?? [];
  const mayAccept = useMay('indicator.accept');
  const mayDefine = useMay('indicator.define');
  const keepsParameters = useMay('parameter.edit');
  const offered = (units.data ?? []).filter(({ id }) => ownIds.length === 0 || ownIds.includes(id));
  const posts = me?.posts.map(({ unit }) => unit.id) ?? [];
  const unit =
    offered.find(({ id }) => id === query.get('unitId')) ?? offered.find(({ id }) => posts.includes(id)) ?? offered[0];
  // Who collects for the bureau may look at every figure of a unit; the others at their own.
  const mayShowAll = mayAccept || mayDefine;
  const showsAll = mayShowAll && query.has('all');
  const choose = (change: Record<string, string>) =>
    setQuery(
      { period, ...(unit ? { unitId: unit.id } : {}), ...(showsAll ? { all: '' } : {}), ...change },
      { replace: true },
    );
  const switchAll = (all: boolean) =>
    setQuery({ period, ...(unit ? { unitId: unit.id } : {}), ...(all ? { all: '' } : {}) }, { replace: true });
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
        {mayShowAll && (
          <Checkbox checked={showsAll} onChange={({ target }) => switchAll(target.checked)}>
            {t('filing.showAll')}
          </Checkbox>
        )}
        {ownIds.length > 0 && <Link to={`/filing/upload?period=${period}`}>{t('filing.byWorkbook')}</Link>}
        {mayDefine && <Link to={`/filing/duties?period=${period}`}>{t('duty.open')}</Link>}
        {mayAccept && <Link to={`/filing/review?period=${period}`}>{t('filing.toReview')}</Link>}
      </PageHead>
      <Answer asked={asked} lines={12}>
        {(present) => (
          <OwnTable
            key={`${period}/${unit?.id}/${showsAll}`}
            {...present}
            unitId={unit?.id ?? null}
            wanted={query.get('indicator')}
            showsAll={showsAll}
          />
        )}
      </Answer>
      {keepsParameters && !sheet.isPending && <ParameterSection />}
    </div>
  );
}

interface OwnTableProps {
  plan: FilingPlan;
  sheet: IndicatorSheet;
  unitId: string | null;
  wanted: string | null;
  showsAll: boolean;
}

function OwnTable({ plan, sheet, unitId, wanted, showsAll }: OwnTableProps) {
  const mayDefine = useMay('indicator.define');
  if (sheet.indicators.length === 0 || unitId === null) return <EmptyState title={t('filing.none')} />;
  const indicators = showsAll ? sheet.indicators : ownRows(sheet, plan, { unitId, wanted });
  if (indicators.length === 0) {
    return (
      <EmptyState title={t('filing.noDuty')}>
        <p className="faint">{t('filing.noDutyNext')}</p>
        {mayDefine && <Link to={`/filing/duties?period=${sheet.period}`}>{t('duty.open')}</Link>}
      </EmptyState>
    );
  }
  return (
    <FilingTable
      sheet={{ ...sheet, indicators }}
      unitId={unitId}
      wanted={wanted}
      mayFile={sheet.ownUnitIds.includes(unitId)}
    />
  );
}
