import { useMemo, useState } from 'react';
import { useAccounts, type Account } from '../../api/accounts.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { useIsPhone } from '../../components/phone.js';
import { Sheet } from '../../components/sheet.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { accountPostWords } from './account-posts.js';
import { AccountSheet } from './account-sheet.js';

const posts = (row: Account) => row.posts.map(accountPostWords).join('；') || t('account.noPost');
const status = ({ disabled, mustChangePassword }: Account) =>
  disabled ? t('account.disabled') : mustChangePassword ? t('account.waiting') : '';

/** On a phone the username gives way; it stands in the sheet. */
function columnsFor(isPhone: boolean, onOpen: (row: Account) => void): readonly Column<Account>[] {
  return [
    {
      key: 'name',
      title: t('people.name'),
      width: isPhone ? 92 : 120,
      cell: (row) => (
        <button type="button" className="link-button" onClick={() => onOpen(row)}>
          {row.name}
        </button>
      ),
    },
    ...(isPhone
      ? []
      : [{ key: 'username', title: t('people.username'), width: 150, cell: (row: Account) => row.username }]),
    {
      key: 'posts',
      title: t('people.posts'),
      width: isPhone ? 160 : 360,
      flexible: true,
      cell: (row) => <span className={`two-lines ${row.posts.length === 0 ? 'faint' : ''}`}>{posts(row)}</span>,
    },
    {
      key: 'status',
      title: t('account.status'),
      width: isPhone ? 84 : 120,
      cell: (row) => <span className="faint">{status(row)}</span>,
    },
  ];
}

/** Accounts for whoever keeps them, disabled ones and those without a post included. */
export function AccountTable({ query }: { query: { unitId?: string; q?: string } }) {
  const asked = useAccounts(query);
  const [openId, setOpenId] = useState<string | null>(null);
  const isPhone = useIsPhone();
  const columns = useMemo(() => columnsFor(isPhone, ({ id }) => setOpenId(id)), [isPhone]);
  const open = asked.data?.find(({ id }) => id === openId);
  return (
    <>
      <Answer asked={asked}>
        {(accounts) =>
          accounts.length === 0 ? (
            <EmptyState title={t('people.none')} />
          ) : (
            <DataTable
              label={t('nav.people')}
              columns={columns}
              rows={accounts}
              rowKey={(row) => row.id}
              onOpen={(row) => setOpenId(row.id)}
            />
          )
        }
      </Answer>
      <Sheet
        open={open !== undefined}
        title={open && `${open.name} · ${open.username}`}
        onClose={() => setOpenId(null)}
        width={640}
      >
        {open && <AccountSheet account={open} />}
      </Sheet>
    </>
  );
}
