import { Button, Select } from 'antd';
import { addableUnitTypes, kindsCoordinatedBy, type AddableUnitType, type Role } from '@xiaohao/domain';
import { unitTypeLabels } from '@xiaohao/messages';
import { useUnknownUnits, type Import, type ImportEdit, type UnknownUnit } from '../../api/imports.js';
import { useUnits } from '../../api/people.js';
import { useMe } from '../../api/session.js';
import { useIsPhone } from '../../components/phone.js';
import { labelOf, t } from '../../language.js';

/** Names of the file no unit answers to: each may mean a unit there is, or become one. */
export function UnknownUnits({
  one,
  busy,
  onChange,
}: {
  one: Import;
  busy: boolean;
  onChange: (edit: ImportEdit) => void;
}) {
  const { data: unknown = [] } = useUnknownUnits(one);
  const isPhone = useIsPhone();
  if (unknown.length === 0) return null;
  const open = unknown.filter(({ settled }) => !settled);
  const settled = unknown.filter((unit) => unit.settled);
  const { createUnits } = one.options;
  const list = (units: readonly UnknownUnit[]) => (
    <ul>
      {units.map((unit) => (
        <UnitMeant key={unit.name} unit={unit} createUnits={createUnits} busy={busy} onChange={onChange} />
      ))}
    </ul>
  );
  const title = t('import.unknownUnits', { count: open.length });
  const settledTitle = t('import.unitsSettled', { count: settled.length });
  const body = (
    <>
      {open.length > 0 && list(open)}
      {settled.length > 0 && (
        <details>
          <summary className="faint">{settledTitle}</summary>
          {list(settled)}
        </details>
      )}
    </>
  );
  if (isPhone) {
    return (
      <details className="findings unknown-units" aria-label={title}>
        <summary>{open.length > 0 ? title : settledTitle}</summary>
        {open.length > 0 ? body : list(settled)}
      </details>
    );
  }
  return (
    <section className="unknown-units" aria-label={title}>
      {open.length > 0 && <h3>{title}</h3>}
      {body}
    </section>
  );
}

function UnitMeant({
  unit: { name, alsoWritten, tickets, waiting, nearest, likely, type, choice, left, settled, remembered },
  createUnits,
  busy,
  onChange,
}: {
  unit: UnknownUnit;
  /** All names nobody chose anything for become units. */
  createUnits: boolean;
  busy: boolean;
  onChange: (edit: ImportEdit) => void;
}) {
  const { data: units = [] } = useUnits();
  const { data: me } = useMe();
  const mayCreate = kindsCoordinatedBy((me?.roles ?? []) as Role[]).length > 0;
  // What it looks like comes first.
  const types = [type, ...addableUnitTypes.filter((other) => other !== type)];
  const choose = (value: string) => {
    const [what, which] = value.split(' ');
    const chosen = what === 'unit' ? { unitId: which } : what === 'create' ? { create: which as AddableUnitType } : {};
    // However the file writes it, it is one unit.
    onChange({ units: [name, ...alsoWritten].map((written) => ({ name: written, ...chosen })) });
  };
  const meant = choice?.unitId ?? (choice?.create || left ? null : remembered?.unitId);
  const others = units.filter(({ id }) => !nearest.some((near) => near.id === id));
  const option = ({ id, name: label }: { id: string; name: string }) => ({ value: `unit ${id}`, label });
  return (
    <li>
      <span>
        <b>{name}</b>{' '}
        <span className="faint figures">
          {t(waiting > 0 ? 'import.unitWaits' : 'import.unitNamed', { count: tickets, waiting })}
          {alsoWritten.length > 0 && ` · ${t('import.unitAlso', { names: alsoWritten.join('、') })}`}
          {remembered && ` · ${t('import.unitRemembered', { name: remembered.keptByName })}`}
        </span>
      </span>
      {likely && !settled && (
        <Button size="small" disabled={busy} onClick={() => choose(`unit ${likely.id}`)}>
          {t('import.unitIs', { name: likely.name })}
        </Button>
      )}
      <Select
        size="small"
        className="wide"
        showSearch={{ optionFilterProp: 'label' }}
        disabled={busy}
        aria-label={t('import.unitMeans', { name })}
        value={meant ? `unit ${meant}` : choice?.create ? `create ${choice.create}` : 'open'}
        onChange={choose}
        options={[
          {
            value: 'open',
            label: t(createUnits && !left ? 'import.unitCreatedAs' : 'import.unitOpen', {
              type: labelOf(unitTypeLabels, type),
            }),
          },
          { label: t('import.unitNearest'), options: nearest.map(option) },
          {
            label: t('import.unitCreate'),
            options: mayCreate
              ? types.map((one) => ({
                  value: `create ${one}`,
                  label: t('import.unitCreateAs', { type: labelOf(unitTypeLabels, one) }),
                }))
              : [],
          },
          { label: t('import.unitOthers'), options: others.map(option) },
        ].filter((group) => !('options' in group) || group.options!.length > 0)}
      />
    </li>
  );
}
