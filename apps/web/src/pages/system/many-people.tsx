import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useAddPeople, usePeoplePreview, type AddedPeople, type PeoplePreview } from '../../api/staffing.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { FileButton } from '../../components/file-button.js';
import { t } from '../../language.js';

/** A workbook is chosen, looked over and added; the passwords are shown once. */
export function ManyPeople({ onClose }: { onClose: () => void }) {
  const preview = usePeoplePreview();
  const add = useAddPeople();
  if (add.data) return <Passwords added={add.data} onClose={onClose} />;
  const seen = preview.data;
  return (
    <>
      <p className="faint">{t('many.steps')}</p>
      <div className="many-start">
        <Button icon={<DownloadOutlined />} href="/api/people/import/template.xlsx">
          {t('many.template')}
        </Button>
        <FileButton
          label={t(seen ? 'many.again' : 'many.choose')}
          fieldLabel={t('many.choose')}
          accept=".xlsx,.csv"
          isPrimary={!seen}
          busy={preview.isPending}
          onFile={(file) => {
            add.reset();
            preview.mutate(file);
          }}
        />
      </div>
      {preview.error && <Alert type="error" showIcon title={preview.error.message} className="form-error" />}
      {add.error && <Alert type="error" showIcon title={add.error.message} className="form-error" />}
      {seen && <Seen seen={seen} />}
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        {seen && seen.problems.length === 0 && (
          <Button type="primary" loading={add.isPending} onClick={() => add.mutate(seen.people)}>
            {t('many.add', { count: seen.people.length })}
          </Button>
        )}
      </div>
    </>
  );
}

type Person = PeoplePreview['people'][number];

const columns: readonly Column<Person>[] = [
  { key: 'row', title: '#', width: 48, cell: ({ row }) => <span className="figures faint">{row}</span> },
  { key: 'name', title: t('people.name'), width: 84, cell: ({ name }) => name },
  {
    key: 'username',
    title: t('people.username'),
    width: 120,
    cell: ({ username, usernameProposed }) => (
      <>
        {username} {usernameProposed && <span className="faint">{t('many.proposed')}</span>}
      </>
    ),
  },
  { key: 'unit', title: t('account.unit'), width: 120, cell: ({ unit }) => unit },
  { key: 'role', title: t('account.role'), width: 110, cell: ({ role }) => role },
  { key: 'charge', title: t('account.charge'), width: 140, flexible: true, cell: ({ charge }) => charge },
];

function Seen({ seen }: { seen: PeoplePreview }) {
  const { problems, people, sheet } = seen;
  if (problems.length > 0) {
    return (
      <>
        <Alert type="warning" showIcon title={t('many.problems', { count: problems.length })} className="form-error" />
        <ul className="many-problems">
          {problems.map(({ row, column, heading, cell, message }) => (
            <li key={`${row} ${column} ${message}`}>
              <b className="figures">{cell ?? t('many.row', { row })}</b> {heading}：{message}
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <p>{t('many.read', { sheet, count: people.length })}</p>
      <div className="many-list">
        <DataTable label={t('many.title')} columns={columns} rows={people} rowKey={({ row }) => String(row)} />
      </div>
    </>
  );
}

const passwordColumns: readonly Column<AddedPeople['people'][number]>[] = [
  { key: 'name', title: t('people.name'), width: 66, cell: ({ name }) => name },
  { key: 'username', title: t('people.username'), width: 92, cell: ({ username }) => username },
  { key: 'password', title: t('signIn.password'), width: 150, cell: ({ password }) => <code>{password}</code> },
  { key: 'unit', title: t('account.unit'), width: 120, flexible: true, cell: ({ unit }) => unit },
];

function Passwords({ added, onClose }: { added: AddedPeople; onClose: () => void }) {
  const [taken, setTaken] = useState(false);
  const download = () => {
    const bytes = Uint8Array.from(atob(added.workbook), (letter) => letter.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes]));
    const link = document.createElement('a');
    link.href = address;
    link.download = '一次性密码.xlsx';
    link.click();
    URL.revokeObjectURL(address);
    setTaken(true);
  };
  return (
    <>
      <h2 className="account-part">{t('many.done', { count: added.people.length })}</h2>
      <Alert type="warning" showIcon title={t('many.once')} className="form-error" />
      <div className="many-list">
        <DataTable
          label={t('many.done', { count: added.people.length })}
          columns={passwordColumns}
          rows={added.people}
          rowKey={({ username }) => username}
        />
      </div>
      <div className="form-end">
        <Button type="primary" icon={<DownloadOutlined />} disabled={taken} onClick={download}>
          {t(taken ? 'many.downloaded' : 'many.download')}
        </Button>
        <Button onClick={onClose}>{t('state.close')}</Button>
      </div>
    </>
  );
}
