import { Form, Select } from 'antd';
import { countedThings, countedThingTable, industries, ticketLevels } from '@xiaohao/domain';
import { countedThingLabels, datingLabels, levelLabels, stateOnDayLabels } from '@xiaohao/messages';
import { useAllOutcomeTypes } from '../../api/figures.js';
import type { CountRule } from '../../api/figures.js';
import { useCampaigns } from '../../api/kinds.js';
import { useSources, useUnits } from '../../api/people.js';
import { kindOptions } from '../../components/choices.js';
import { labelText, t } from '../../language.js';
import type { FigureFields } from './figure-form.js';

const roundChoice = 'round';
const allChoice = 'all';
type TimeChoice = typeof roundChoice | typeof allChoice | NonNullable<CountRule['dated']>;

/** The choices of one part of a definition: what is counted, when, in which state, of which tickets. */
export function RuleFields({ name }: { name: number }) {
  const form = Form.useFormInstance<FigureFields>();
  const rule = Form.useWatch(['rules', name], form) as CountRule | undefined;
  const counts = rule?.counts ?? 'tickets';
  const { states } = countedThingTable[counts];
  const field = (part: keyof CountRule) => [name, part];
  const change = (facts: Partial<CountRule>) => form.setFieldValue(['rules', name], { ...rule, ...facts });
  return (
    <>
      <div className="form-pair">
        <Form.Item label={t('figures.counts')}>
          <Select
            aria-label={t('figures.counts')}
            value={counts}
            onChange={(next: CountRule['counts']) => change(fitting(rule, next))}
            options={countedThings.map((value) => ({ value, label: labelText(countedThingLabels[value]) }))}
          />
        </Form.Item>
        <Form.Item label={t('figures.time')}>
          <TimeSelect rule={rule} onChange={change} />
        </Form.Item>
      </div>
      {counts === 'outcomes' && <OutcomeTypes field={field('outcomeTypes')} />}
      <div className="form-pair">
        {rule?.scope !== 'round' && (
          <Form.Item name={field('kinds')} label={t('figures.kinds')}>
            <Select mode="multiple" allowClear placeholder={t('figures.anyKind')} options={kindOptions()} />
          </Form.Item>
        )}
        <Form.Item name={field('state')} label={t('figures.state')}>
          <Select
            allowClear
            placeholder={t('figures.anyState')}
            options={states.map((value) => ({
              value,
              label: t('figures.stateAtEnd', { state: labelText(stateOnDayLabels[value]) }),
            }))}
          />
        </Form.Item>
      </div>
      <Filters field={field} rule={rule} />
      <Kept rule={rule} />
      {/* What has no choice of its own travels with the part all the same. */}
      {(['scope', 'counts', 'dated', 'campaign', 'withoutChildrenOf'] as const).map((part) => (
        <Form.Item key={part} name={field(part)} hidden noStyle>
          <input type="hidden" />
        </Form.Item>
      ))}
    </>
  );
}

/** The part counting another thing: dating and state that say nothing of it are dropped. */
function fitting(rule: CountRule | undefined, counts: CountRule['counts']): Partial<CountRule> {
  const { datings, states } = countedThingTable[counts];
  const dated = rule?.dated && datings.includes(rule.dated) ? rule.dated : rule?.dated && datings[0];
  const state = rule?.state && states.includes(rule.state) ? rule.state : undefined;
  return { counts, dated, state, outcomeTypes: counts === 'outcomes' ? rule?.outcomeTypes : undefined };
}

function TimeSelect({
  rule,
  onChange,
}: {
  rule: CountRule | undefined;
  onChange: (facts: Partial<CountRule>) => void;
}) {
  const { datings } = countedThingTable[rule?.counts ?? 'tickets'];
  const value: TimeChoice = rule?.scope === 'round' ? roundChoice : (rule?.dated ?? allChoice);
  const choose = (next: TimeChoice) => {
    if (next === roundChoice) onChange({ scope: 'round', dated: undefined, kinds: undefined, sources: undefined });
    else onChange({ scope: 'period', dated: next === allChoice ? undefined : next });
  };
  return (
    <Select<TimeChoice>
      aria-label={t('figures.time')}
      value={value}
      onChange={choose}
      options={[
        ...datings.map((one) => ({ value: one, label: t('figures.inPeriod', { what: labelText(datingLabels[one]) }) })),
        { value: allChoice, label: t('figures.upToEnd') },
        { value: roundChoice, label: t('figures.ofRound') },
      ]}
    />
  );
}

type Field = (part: keyof CountRule) => (string | number)[];

function Filters({ field, rule }: { field: Field; rule: CountRule | undefined }) {
  const units = useUnits();
  const sources = useSources();
  const campaigns = useCampaigns();
  const named = (rows: readonly { id: string; name: string }[] | undefined) =>
    (rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const choices = [
    ['units', named(units.data)],
    ['levels', ticketLevels.map((value) => ({ value, label: labelText(levelLabels[value]) }))],
    ['industries', industries.map((value) => ({ value, label: value }))],
    ...(rule?.scope === 'round' ? [] : [['sources', named(sources.data)] as const]),
    ...(rule?.campaign ? [] : [['campaigns', named(campaigns.data)] as const]),
  ] as const;
  return (
    <div className="figure-filters">
      {choices.map(([part, options]) => (
        <Form.Item key={part} name={field(part)} label={t(`figures.${part}`)}>
          <Select
            mode={part === 'industries' ? 'tags' : 'multiple'}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('figures.any')}
            options={options}
          />
        </Form.Item>
      ))}
    </div>
  );
}

function OutcomeTypes({ field }: { field: (string | number)[] }) {
  const types = useAllOutcomeTypes();
  const form = Form.useFormInstance<FigureFields>();
  return (
    <Form.Item name={field} label={t('figures.outcomeTypes')}>
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        options={(types.data ?? []).map(({ code, name, unit }) => ({ value: code, label: `${name}（${unit}）` }))}
        onChange={([first]: string[]) => {
          const unit = types.data?.find(({ code }) => code === first)?.unit;
          if (unit) form.setFieldValue('unit', unit);
        }}
      />
    </Form.Item>
  );
}

/** Limits of a copied definition that the page offers no choice for. */
function Kept({ rule }: { rule: CountRule | undefined }) {
  const words = [
    ...(rule?.campaign === 'any' ? [t('figures.keptAnyCampaign')] : []),
    ...(rule?.campaign && rule.campaign !== 'any' ? [t('figures.keptCampaign', { name: rule.campaign })] : []),
    ...(rule?.withoutChildrenOf ? [t('figures.keptChildren')] : []),
  ];
  return words.length > 0 ? <p className="faint">{t('figures.kept', { what: words.join('、') })}</p> : null;
}
