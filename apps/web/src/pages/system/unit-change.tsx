import { Alert, App, Button, Form, Input, Select } from 'antd';
import { longestUnitName } from '@xiaohao/domain';
import { useUnits, type Unit } from '../../api/people.js';
import {
  useCloseUnit,
  useMergeUnit,
  useMoveUnit,
  useRenameUnit,
  useTouched,
  type TouchedByUnit,
} from '../../api/units.js';
import { needed } from '../../components/sheet-form.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { inTree, withBelow } from './unit-order.js';

export const unitChanges = ['rename', 'move', 'merge', 'close'] as const;
export type UnitChangeName = (typeof unitChanges)[number];

interface Fields {
  name?: string;
  parentId?: string;
  intoId?: string;
}

interface Props {
  unit: Unit;
  change: UnitChangeName;
  onClose: () => void;
}

/** Says first what the change will touch, then asks for what it needs. */
export function UnitChange({ unit, change, onClose }: Props) {
  const asked = useTouched(unit.id);
  return (
    <Answer asked={asked} lines={3}>
      {(touched) => <ChangeForm unit={unit} change={change} onClose={onClose} touched={touched} />}
    </Answer>
  );
}

function ChangeForm({ unit, change, onClose, touched }: Props & { touched: TouchedByUnit }) {
  const changes = {
    rename: useRenameUnit(unit.id),
    move: useMoveUnit(unit.id),
    merge: useMergeUnit(unit.id),
    close: useCloseUnit(unit.id),
  };
  const { message } = App.useApp();
  const { error, isPending } = changes[change];
  const onSuccess = () => {
    void message.success(t(`unit.${change}.done`, { unit: unit.name }));
    onClose();
  };
  const send = ({ name, parentId, intoId }: Fields) => {
    if (change === 'rename') changes.rename.mutate({ name: name! }, { onSuccess });
    if (change === 'move') changes.move.mutate({ parentId: parentId ?? null }, { onSuccess });
    if (change === 'merge') changes.merge.mutate({ intoId: intoId! }, { onSuccess });
    if (change === 'close') changes.close.mutate(undefined, { onSuccess });
  };
  const { leads, supports, people, subUnits } = touched;
  const isBlocked = change === 'close' && leads + supports + people + subUnits > 0;
  return (
    <Form<Fields>
      layout="vertical"
      initialValues={{ name: unit.name, parentId: unit.parentId ?? undefined }}
      onFinish={send}
    >
      {error && <Alert type="error" showIcon title={error.message} className="form-error" />}
      <Touched touched={touched} />
      <p className={isBlocked ? 'prose' : 'faint'}>{t(isBlocked ? 'unit.close.blocked' : `unit.${change}.note`)}</p>
      {change === 'rename' && (
        <Form.Item name="name" label={t('account.unitName')} rules={needed(t('account.unitName'))}>
          <Input autoFocus maxLength={longestUnitName} />
        </Form.Item>
      )}
      {change === 'move' && (
        <Form.Item name="parentId" label={t('account.parent')}>
          <OtherUnit unit={unit} placeholder={t('unit.move.top')} />
        </Form.Item>
      )}
      {change === 'merge' && (
        <Form.Item name="intoId" label={t('unit.into')} rules={needed(t('unit.into'))}>
          <OtherUnit unit={unit} placeholder={t('choice.unit')} />
        </Form.Item>
      )}
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button
          type="primary"
          danger={change === 'close' || change === 'merge'}
          htmlType="submit"
          loading={isPending}
          disabled={isBlocked}
        >
          {t(`unit.${change}`)}
        </Button>
      </div>
    </Form>
  );
}

const touchedNames = ['leads', 'supports', 'people', 'subUnits', 'charges', 'closedTickets'] as const;

function Touched({ touched }: { touched: TouchedByUnit }) {
  return (
    <dl className="touched">
      {touchedNames.map((name) => (
        <div key={name}>
          <dt>{t(`unit.touched.${name}`)}</dt>
          <dd className="figures">{touched[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ChoiceProps {
  unit: Unit;
  placeholder: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  id?: string;
}

/** Units it can go to: neither itself nor one below it. */
function OtherUnit({ unit, ...props }: ChoiceProps) {
  const { data: units = [] } = useUnits();
  const own = withBelow(units, unit.id);
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'name' }}
      options={inTree(units)
        .filter(({ unit: { id } }) => !own.has(id))
        .map(({ unit: { id, name }, depth }) => ({ value: id, name, label: `${'　'.repeat(depth)}${name}` }))}
      {...props}
    />
  );
}
