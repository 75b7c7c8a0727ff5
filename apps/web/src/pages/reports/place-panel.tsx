import { PlusOutlined } from '@ant-design/icons';
import { Button, Radio, Select } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { figureSourceLabels } from '@xiaohao/messages';
import type { FigureProposal, LearnedPlace } from '../../api/former-reports.js';
import { useMay } from '../../api/session.js';
import { labelText, t } from '../../language.js';
import type { Binding } from './binding.js';
import { NewIndicator } from './new-indicator.js';

interface Props {
  place: LearnedPlace;
  last: number;
  binding: Binding;
  /** Figure names by key. */
  names: ReadonlyMap<string, string>;
}

const keepText = '';
/** A proposal with less behind it is only the best of nothing. */
const worthShowing = 0.05;

/** Stands above the panel: on a phone as the head of the sheet it is in. */
export function PlaceTitle({ place }: Pick<Props, 'place'>) {
  return (
    <>
      {t('learn.place', { index: place.index })} <span className="faint">{unitWords(place)}</span>
    </>
  );
}

/** One place: the words around it, what it may stand for and why, and everything else there is to choose from. */
export function PlacePanel({ place, last, binding, names }: Props) {
  const choice = binding.choices[place.index];
  const choose = (key: string) => binding.choose(place.index, key === keepText ? null : key);
  const group = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  useEffect(() => {
    if (takesFocus.current) group.current?.querySelector('input')?.focus();
    takesFocus.current = false;
  }, [place.index]);
  const goOn = () => {
    takesFocus.current = binding.goOn(place.index);
  };
  const chooseAndGoOn = (key: string) => {
    choose(key);
    goOn();
  };
  // An arrow key passes through the choices, each of which it chooses: there Enter goes on.
  const isByKey = useRef(false);
  const onKey = ({ key }: KeyboardEvent) => {
    isByKey.current = true;
    if (key === 'Enter' && choice !== undefined) goOn();
  };
  const mayDefine = useMay('indicator.define');
  const [isNew, setIsNew] = useState(false);
  const isProposed = place.proposals.some(({ key }) => key === choice);
  // Proposals are those of the reading: what was made since stands beside them.
  const isNewlyMade = typeof choice === 'string' && !isProposed && binding.added.some(([key]) => key === choice);
  return (
    <>
      <p className="learn-context">{place.context}</p>
      {place.conflictsWith !== null && (
        <p className="learn-conflict">
          {t('learn.conflict', { index: place.conflictsWith })}{' '}
          <Button type="link" size="small" onClick={() => binding.show(place.conflictsWith!)}>
            {t('learn.look')}
          </Button>
        </p>
      )}
      <div
        onPointerDown={() => {
          isByKey.current = false;
        }}
        onKeyDown={onKey}
      >
        <Radio.Group
          key={place.index}
          ref={group}
          className="learn-proposals"
          value={choice === null ? keepText : choice}
          onChange={({ target }) => (isByKey.current ? choose : chooseAndGoOn)(target.value as string)}
        >
          {place.proposals.map((proposal) => (
            <Radio key={proposal.key} value={proposal.key}>
              <Proposal proposal={proposal} />
            </Radio>
          ))}
          {isNewlyMade && <Radio value={choice}>{names.get(choice)}</Radio>}
          <Radio value={keepText}>{t('learn.keep')}</Radio>
        </Radio.Group>
      </div>
      <label className="learn-other">
        {t('learn.other')}
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          className="wide"
          placeholder={t('learn.search')}
          value={choice && !isProposed && !isNewlyMade ? choice : null}
          options={[...names].map(([value, label]) => ({ value, label }))}
          onChange={(key: string) => chooseAndGoOn(key)}
        />
      </label>
      {mayDefine &&
        (isNew ? (
          <NewIndicator
            key={place.index}
            place={place}
            onDone={({ key, name }) => {
              binding.name(key, name);
              chooseAndGoOn(key);
              setIsNew(false);
            }}
          />
        ) : (
          <Button type="link" icon={<PlusOutlined />} onClick={() => setIsNew(true)}>
            {t('learn.newOpen')}
          </Button>
        ))}
      <div className="form-end">
        <Button disabled={place.index === 1} onClick={() => binding.show(place.index - 1)}>
          {t('learn.previous')}
        </Button>
        <Button disabled={place.index === last} onClick={() => binding.show(place.index + 1)}>
          {t('learn.next')}
        </Button>
      </div>
    </>
  );
}

function Proposal({ proposal }: { proposal: FigureProposal }) {
  const { name, source, confidence, why } = proposal;
  return (
    <>
      {name} {confidence >= worthShowing && <span className="faint">{Math.round(confidence * 100)}%</span>}
      <span className="learn-why">
        {labelText(figureSourceLabels[source])} · {why}
      </span>
    </>
  );
}

function unitWords({ unit, fuzz, scale }: LearnedPlace): string {
  const scaled = scale > 1 && !unit.startsWith('万') ? `×${scale}` : '';
  return [unit, scaled, fuzz].filter((word) => word !== '').join(' ');
}
