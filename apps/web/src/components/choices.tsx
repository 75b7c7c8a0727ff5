import { Select, type SelectProps } from 'antd';
import { ticketKinds } from '@xiaohao/domain';
import { kindLabels, roleLabels } from '@xiaohao/messages';
import { usePeople, useUnits, type PeopleQuery } from '../api/people.js';
import { labelOf, labelText, t } from '../language.js';

type Controlled = Pick<
  SelectProps,
  'value' | 'onChange' | 'id' | 'mode' | 'placeholder' | 'allowClear' | 'size' | 'className'
>;

/** Chooses a unit, or several with `mode`. */
export function UnitChoice(props: Controlled) {
  const units = useUnits();
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      loading={units.isLoading}
      placeholder={t('choice.unit')}
      options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      {...props}
    />
  );
}

/** Chooses a person; `roles` narrows the list to people who hold one of them. */
export function PersonChoice({ unitId, roles, ...props }: Controlled & { unitId?: string; roles?: readonly string[] }) {
  const query: PeopleQuery = unitId ? { unitId } : {};
  const people = usePeople(query);
  const shown = (people.data ?? []).filter(({ posts }) => !roles || posts.some((post) => roles.includes(post.role)));
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      loading={people.isLoading}
      placeholder={t('choice.person')}
      options={shown.map(({ id, name, posts }) => {
        const post = posts.find(({ role }) => roles?.includes(role)) ?? posts[0];
        return { value: id, label: post ? `${name} · ${labelOf(roleLabels, post.role)} · ${post.unit.name}` : name };
      })}
      {...props}
    />
  );
}

export const kindOptions = () => ticketKinds.map((value) => ({ value, label: labelText(kindLabels[value]) }));

/** Narrows what a page shows to some kinds of tickets. */
export function KindsFilter(props: Pick<SelectProps<string[]>, 'value' | 'onChange' | 'className' | 'placeholder'>) {
  return (
    <Select
      mode="multiple"
      aria-label={t('column.kind')}
      maxTagCount={1}
      allowClear
      showSearch={false}
      options={kindOptions()}
      {...props}
    />
  );
}
