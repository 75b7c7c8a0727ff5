import { Button, Checkbox, Input, Select } from 'antd';
import { Fragment, useState } from 'react';
import { parsePeriod } from '@xiaohao/domain';
import { figureGroupLabels } from '@xiaohao/messages';
import type { FilingPlan, PlannedIndicator } from '../../api/filing-duties.js';
import { EmptyState } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { CopyDuties } from './copy-duties.js';
import { DutyForm } from './duty-form.js';
import { missingByUnit, unitsOf, type PlannedUnit } from './duty-rows.js';
import { Sheet } from '../../components/sheet.js';
import { DutyUnits } from './duty-units.js';

const shows: Readonly<Record<'all' | 'open' | 'unassigned', (row: PlannedIndicator) => boolean>> = {
  all: () => true,
  open: ({ expected }) => expected.some(({ isMissing }) => isMissing),
  unassigned: ({ duties }) => duties.length === 0,
};

/** One row per indicator with its units and what each of them still owes; several are assigned at once. */
export function DutyTable({ plan }: { plan: FilingPlan }) {
  const [show, setShow] = useState<keyof typeof shows>('all');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<readonly PlannedIndicator[]>([]);
  const rows = plan.indicators.map((indicator) => ({ indicator, units: unitsOf(indicator) }));
  const expected = plan.indicators.flatMap((indicator) => indicator.expected);
  const missing = missingByUnit(plan);
  const lacking = missing.reduce((sum, { count }) => sum + count, 0);
  const units = [...new Map(rows.flatMap((row) => row.units).map((unit) => [unit.unitId, unit.unitName]))];
  const shown = rows.filter(
    (row) =>
      shows[show](row.indicator) &&
      (unitId === null || row.units.some((unit) => unit.unitId === unitId)) &&
      fits(row.indicator, row.units, wanted.trim()),
  );
  const choose = (key: string, isChosen: boolean) =>
    setChosen((held) => new Set(isChosen ? [...held, key] : [...held].filter((other) => other !== key)));
  const chosenRows = plan.indicators.filter(({ key }) => chosen.has(key));
  return (
    <section className="section">
      <p className="duty-summary">
        <b className="figures">
          {t('duty.summary', { all: expected.length, done: expected.length - lacking, missing: lacking })}
        </b>
        {missing.map(({ unitId: id, unitName, count }) => (
          <Button
            key={id}
            size="small"
            type={unitId === id && show === 'open' ? 'primary' : 'default'}
            onClick={() => {
              setUnitId(unitId === id && show === 'open' ? null : id);
              setShow(unitId === id && show === 'open' ? 'all' : 'open');
            }}
          >
            {t('duty.missingOf', { unit: unitName, count })}
          </Button>
        ))}
      </p>
      <div className="duty-tools">
        <Input.Search
          allowClear
          aria-label={t('duty.search')}
          placeholder={t('duty.search')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('duty.unit')}
          placeholder={t('duty.allUnits')}
          value={unitId}
          onChange={(next: string | undefined) => setUnitId(next ?? null)}
          options={units.map(([value, label]) => ({ value, label }))}
        />
        <Select
          aria-label={t('duty.show')}
          value={show}
          onChange={setShow}
          options={(Object.keys(shows) as (keyof typeof shows)[]).map((value) => ({
            value,
            label: t(`duty.show.${value}`),
          }))}
        />
        <span className="section-end">
          <CopyDuties plan={plan} />
          {chosenRows.length > 0 && (
            <Button type="primary" onClick={() => setEdited(chosenRows)}>
              {t('duty.chosen', { count: chosenRows.length })}
            </Button>
          )}
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('duty.none')} />
      ) : (
        <table className="filing-table duty-table" aria-label={t('duty.title')}>
          <thead>
            <tr>
              <th scope="col" aria-label={t('filing.choose')} />
              <th scope="col">{t('filing.indicator')}</th>
              <th scope="col">{t('duty.who')}</th>
              <th scope="col" aria-label={t('duty.edit')} />
            </tr>
          </thead>
          <tbody>
            {shown.map(({ indicator, units: own }, at) => (
              <Fragment key={indicator.key}>
                {indicator.group !== shown[at - 1]?.indicator.group && (
                  <tr className="filing-group">
                    <th colSpan={4} scope="colgroup">
                      {indicator.group === null ? t('filing.other') : labelOf(figureGroupLabels, indicator.group)}
                    </th>
                  </tr>
                )}
                <tr>
                  <td className="duty-choose">
                    <Checkbox
                      aria-label={t('duty.choose', { name: indicator.name })}
                      checked={chosen.has(indicator.key)}
                      onChange={({ target }) => choose(indicator.key, target.checked)}
                    />
                  </td>
                  <th scope="row" className="filing-name">
                    {indicator.name} <span className="faint">{indicator.unit}</span>
                  </th>
                  <td className="duty-who">
                    <DutyUnits units={own} />
                  </td>
                  <td className="duty-end">
                    <Button
                      type="link"
                      size="small"
                      aria-label={t('duty.editOne', { name: indicator.name })}
                      onClick={() => setEdited([indicator])}
                    >
                      {t('duty.edit')}
                    </Button>
                  </td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <Sheet
        open={edited.length > 0}
        title={
          edited.length === 1
            ? t('duty.editOne', { name: edited[0]!.name })
            : t('duty.chosen', { count: edited.length })
        }
        onClose={() => setEdited([])}
      >
        <DutyForm
          indicators={edited}
          usualEvery={parsePeriod(plan.period)!.kind}
          onDone={() => {
            setEdited([]);
            setChosen(new Set());
          }}
        />
      </Sheet>
    </section>
  );
}

function fits({ name, key }: PlannedIndicator, units: readonly PlannedUnit[], wanted: string): boolean {
  return [name, key, ...units.map(({ unitName }) => unitName)].some((text) => text.includes(wanted));
}
