import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { readUnitLines } from '@xiaohao/domain';
import type { Schema } from '../../api/client.js';
import { OneTimePassword } from '../../components/one-time-password.js';
import { t } from '../../language.js';
import type { BureauFields } from './bureau-step.js';

interface Props {
  bureau: BureauFields;
  pasted: string;
  done: Schema['FirstUseDoneDto'];
}

export function DoneStep({ bureau, pasted, done: { me, keeperPassword } }: Props) {
  const navigate = useNavigate();
  const mayImport = me.permissions.includes('import.run');
  const { names } = readUnitLines(pasted.split('\n'), bureau.bureauName);
  return (
    <div className="done-step">
      <h2>{t('firstUse.done', { bureau: bureau.bureauName.trim() })}</h2>
      <p>{t('firstUse.doneNote', { count: names.length, name: me.name })}</p>
      {keeperPassword && (
        <>
          <p>{t('firstUse.keeperDone', { name: bureau.keeperName! })}</p>
          <OneTimePassword name={bureau.keeperName!} username={bureau.keeperUsername!} password={keeperPassword} />
        </>
      )}
      <p className="faint">{t('firstUse.peopleNote')}</p>
      <div className="done-links">
        {mayImport && (
          <Button type="primary" size="large" autoFocus onClick={() => void navigate('/imports')}>
            {t('firstUse.import')}
          </Button>
        )}
        <Button
          type={mayImport ? 'default' : 'primary'}
          size="large"
          autoFocus={!mayImport}
          onClick={() => void navigate('/system/people')}
        >
          {t('firstUse.addPeople')}
        </Button>
      </div>
    </div>
  );
}
