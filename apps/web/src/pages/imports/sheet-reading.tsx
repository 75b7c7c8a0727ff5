import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Import, ImportEdit, ImportSheet } from '../../api/imports.js';
import { t } from '../../language.js';
import { HeaderChoice } from './header-choice.js';

interface Props {
  one: Import;
  sheet: ImportSheet;
  busy: boolean;
  onChange: (edit: ImportEdit) => void;
}

/** How a sheet is read, and the other way a person may choose. */
export function SheetReading({ one, sheet: { name, why, profile }, busy, onChange }: Props) {
  const choose = (choice: { read?: 'no'; profile?: 'use' | 'none' }) =>
    onChange({ sheets: [{ sheet: name, ...choice }] });
  const others = one.sheets.filter((other) => other.role !== 'skipped' && other.name !== name);
  return (
    <>
      <p className="faint">
        {why}
        {others.length > 0 && (
          <Button size="small" type="link" disabled={busy} onClick={() => choose({ read: 'no' })}>
            {t('import.leaveSheet')}
          </Button>
        )}
      </p>
      {profile && (
        <p className="profile-used">
          {t(profile.used ? 'import.profileUsed' : 'import.profileUnused', { file: profile.fileName })}
          <Button
            size="small"
            type="link"
            disabled={busy}
            onClick={() => choose({ profile: profile.used ? 'none' : 'use' })}
          >
            {t(profile.used ? 'import.profileLeave' : 'import.profileTake')}
          </Button>
        </p>
      )}
    </>
  );
}

/** A sheet that is left out: why, and how to have it read after all. */
export function SkippedSheet({ one, sheet: { name, why, head = [], pointable }, busy, onChange }: Props) {
  /** Reading it by itself was tried: what is missing is somebody who points at the header. */
  const [pointing, setPointing] = useState(0);
  const readAfterAll = () => {
    setPointing(pointing + 1);
    if (!pointable) onChange({ sheets: [{ sheet: name, read: 'yes' }] });
  };
  return (
    <div className="section skipped-sheet">
      <p>
        {t('import.skippedWhy', { why })}{' '}
        <Button size="small" disabled={busy || head.length === 0} onClick={readAfterAll}>
          {t('import.readSheet')}
        </Button>
      </p>
      {pointing > 0 && !busy && <Alert type="info" showIcon title={t('import.pointFirst')} />}
      {head.length > 0 && (
        <HeaderChoice key={busy ? 0 : pointing} id={one.id} sheet={name} rows={head} begin={pointing > 0 && !busy} />
      )}
    </div>
  );
}
