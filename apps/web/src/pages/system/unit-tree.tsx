import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { unitTypeLabels } from '@xiaohao/messages';
import { useUnits, type Unit } from '../../api/people.js';
import { useMay } from '../../api/session.js';
import { useClosedUnits } from '../../api/units.js';
import { DayText } from '../../components/day-text.js';
import { Answer } from '../../components/states.js';
import { Sheet } from '../../components/sheet.js';
import { labelOf, t } from '../../language.js';
import { UnitChange, unitChanges, type UnitChangeName } from './unit-change.js';
import { inTree } from './unit-order.js';

/** All units as they stand below one another, with what the administrator may do to each. */
export function UnitTree() {
  const asked = useUnits();
  const mayEdit = useMay('people.edit');
  const [changing, setChanging] = useState<{ unit: Unit; change: UnitChangeName } | null>(null);
  const close = () => setChanging(null);
  return (
    <>
      <Answer asked={asked}>
        {(units) => (
          <ul className="unit-tree">
            {inTree(units).map(({ unit, depth }) => (
              <li key={unit.id} style={{ paddingInlineStart: depth * 24 }}>
                <Link to={`/system/people?unitId=${unit.id}`}>{unit.name}</Link>
                <span className="faint">{labelOf(unitTypeLabels, unit.type)}</span>
                {mayEdit && <UnitMenu unit={unit} onChoose={(change) => setChanging({ unit, change })} />}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {mayEdit && <ClosedUnits />}
      <Sheet
        open={changing !== null}
        title={changing && t(`unit.${changing.change}.title`, { unit: changing.unit.name })}
        onClose={close}
      >
        {changing && <UnitChange {...changing} onClose={close} />}
      </Sheet>
    </>
  );
}

function UnitMenu({ unit, onChoose }: { unit: Unit; onChoose: (change: UnitChangeName) => void }) {
  // The bureau stays where it is.
  const possible = unitChanges.filter((change) => change === 'rename' || unit.type !== 'bureau');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: possible.map((change) => ({ key: change, label: t(`unit.${change}`) })),
        onClick: ({ key }) => onChoose(key as UnitChangeName),
      }}
    >
      <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t('unit.change', { unit: unit.name })} />
    </Dropdown>
  );
}

function ClosedUnits() {
  const { data = [] } = useClosedUnits();
  if (data.length === 0) return null;
  return (
    <>
      <h3 className="account-part">{t('unit.closed')}</h3>
      <ul className="unit-tree">
        {data.map(({ id, name, closedOn, mergedInto }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="faint">
              <DayText day={closedOn} />{' '}
              {mergedInto ? t('unit.mergedInto', { unit: mergedInto.name }) : t('unit.closedOnly')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
