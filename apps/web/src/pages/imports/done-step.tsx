import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useUndoImport, type Import } from '../../api/imports.js';
import { t } from '../../language.js';
import { CountWords } from './count-words.js';
import { WhoAndWhen } from './who-and-when.js';
import { ButtonLink } from '../../components/button-link.js';

/** Step three: what came of it, where to find it, and the way back. */
export function DoneStep({ one }: { one: Import }) {
  const undone = one.status === 'undone';
  const { create = 0 } = one.counts;
  return (
    <div className="section done-step">
      <h2>
        {undone ? t('import.undone', { what: whatOf('undone', one) }) : t('import.done', { what: whatOf('done', one) })}
      </h2>
      <p className="faint">
        <WhoAndWhen one={one} /> <CountWords one={one} but={['create', 'update']} />
      </p>
      <MadeUnits one={one} />
      <p className="done-links">
        {!undone && create > 0 && (
          <ButtonLink to={`/tickets?importId=${one.id}`} type="primary">
            {t('import.toLedger')}
          </ButtonLink>
        )}
        <Link to="/imports">{t('import.another')}</Link>
        {!undone && !one.touched && <UndoImport one={one} />}
      </p>
      {!undone && (
        <p className="faint">
          {one.touched
            ? t('import.undoTooLate', { count: one.touched.count, no: one.touched.no })
            : t('import.undoUntil')}
        </p>
      )}
    </div>
  );
}

/** What was, or is to be, done with how many; of none nothing. */
function whatOf(when: 'done' | 'undone' | 'undo', { counts }: Import): string {
  const parts = (['create', 'update'] as const).filter((kind) => (counts[kind] ?? 0) > 0);
  const said = parts.map((kind) => t(`import.${when}.${kind}`, { count: counts[kind] ?? 0 })).join('，');
  return said || t('import.didNothing');
}

const unitsNamed = 20;

function names(units: Import['madeUnits']): string {
  const named = units.slice(0, unitsNamed).map(({ name }) => name);
  return units.length > unitsNamed ? t('import.andMore', { names: named.join('、') }) : named.join('、');
}

/** Units it made, and once it was taken back those that stay, with what uses them. */
function MadeUnits({ one: { status, madeUnits } }: { one: Import }) {
  const gone = madeUnits.filter(({ closed }) => closed);
  const there = madeUnits.filter(({ closed }) => !closed);
  if (status !== 'undone') {
    return there.length > 0 ? <p>{t('import.madeUnits', { count: there.length, names: names(there) })}</p> : null;
  }
  return (
    <>
      {gone.length > 0 && <p>{t('import.unitsClosed', { count: gone.length, names: names(gone) })}</p>}
      {there.map(({ id, name, keptFor }) => (
        <p key={id}>{t('import.unitKept', { name, why: keptFor ?? '' })}</p>
      ))}
    </>
  );
}

/** Takes the import back; the second click says what will happen. */
function UndoImport({ one }: { one: Import }) {
  const undo = useUndoImport(one.id);
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button type="text" onClick={() => setAsking(true)}>
        {t('import.undo')}
      </Button>
    );
  }
  return (
    <Alert
      type="info"
      title={t('import.undoWhat', { what: whatOf('undo', one) })}
      description={one.madeUnits.length > 0 && t('import.undoUnits', { count: one.madeUnits.length })}
      action={
        <>
          <Button
            size="small"
            type="primary"
            loading={undo.isPending}
            onClick={() => undo.mutate(undefined, { onError: (error) => void message.error(error.message) })}
          >
            {t('import.undoYes')}
          </Button>
          <Button size="small" type="text" onClick={() => setAsking(false)}>
            {t('state.cancel')}
          </Button>
        </>
      }
    />
  );
}
