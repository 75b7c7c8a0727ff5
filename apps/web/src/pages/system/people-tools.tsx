import { HistoryOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../api/session.js';
import { Sheet } from '../../components/sheet.js';
import { t } from '../../language.js';
import { GroupsSheet } from './groups-sheet.js';
import { ManyPeople } from './many-people.js';
import { PeopleEvents } from './people-events.js';
import { PersonForm } from './person-form.js';
import { UnitForm } from './unit-form.js';

/** What can be done with the whole page, by permission. */
export function PeopleTools() {
  const [open, setOpen] = useState<'person' | 'unit' | 'record' | 'groups' | 'many' | null>(null);
  const mayEdit = useMay('people.edit');
  const mayReadRecord = useMay('audit.verify');
  const close = () => setOpen(null);
  return (
    <>
      {mayReadRecord && (
        <Button icon={<HistoryOutlined />} onClick={() => setOpen('record')}>
          {t('account.record')}
        </Button>
      )}
      {mayEdit && (
        <>
          <Button onClick={() => setOpen('groups')}>{t('group.title')}</Button>
          <Button onClick={() => setOpen('unit')}>{t('account.addUnit')}</Button>
          <Button onClick={() => setOpen('many')}>{t('many.title')}</Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('person')}>
            {t('account.addPerson')}
          </Button>
        </>
      )}
      <Sheet open={open === 'person'} title={t('account.addPerson')} onClose={close} width={600}>
        <PersonForm onClose={close} />
      </Sheet>
      <Sheet open={open === 'unit'} title={t('account.addUnit')} onClose={close}>
        <UnitForm onClose={close} />
      </Sheet>
      <Sheet open={open === 'groups'} title={t('group.title')} onClose={close} width={600}>
        <GroupsSheet />
      </Sheet>
      <Sheet open={open === 'many'} title={t('many.title')} onClose={close} width={760}>
        <ManyPeople onClose={close} />
      </Sheet>
      <Sheet open={open === 'record'} title={t('account.record')} onClose={close} width={720}>
        <PeopleEvents />
      </Sheet>
    </>
  );
}
