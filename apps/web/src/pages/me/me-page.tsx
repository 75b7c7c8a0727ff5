import { LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useMe } from '../../api/session.js';
import { LeavesPart } from '../../components/leaves-part.js';
import { Section } from '../../components/section.js';
import { SessionList } from '../../components/session-list.js';
import { TokenList } from '../../components/token-list.js';
import { changeLanguage, language, t } from '../../language.js';
import { mayOpen, navTable } from '../../nav-table.js';
import { postWords, useLeave } from '../../shell/user-menu.js';
import { NewTokenForm } from './new-token.js';

const onTabs: readonly string[] = ['/', '/tickets'];

/** Who I am, where I am signed in, my keys for programs; on a phone also the pages that have no tab. */
export function MePage() {
  const { data: me } = useMe();
  const leave = useLeave();
  if (!me) return null;
  const others = navTable.filter((row) => mayOpen(row, me.permissions) && !onTabs.includes(row.path));
  return (
    <div className="page me">
      <h1 className="me-name">{me.name}</h1>
      {postWords(me).map((post) => (
        <p key={post} className="faint">
          {post}
        </p>
      ))}
      <h2 className="account-part">{t('leave.title')}</h2>
      <LeavesPart personId={null} ownId={me.id} />
      <ul className="me-list">
        {others.map(({ path, label, icon }) => (
          <li key={path} className="me-other">
            <Link to={path} className="me-link">
              {icon} {t(label)}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/system/rights" className="me-link">
            {t('rights.link')}
          </Link>
        </li>
        <li>
          <Link to="/password" className="me-link">
            {t('user.password')}
          </Link>
        </li>
        <li>
          <button type="button" className="me-link" onClick={() => changeLanguage(language === 'zh' ? 'en' : 'zh')}>
            {language === 'zh' ? 'English' : '中文'}
          </button>
        </li>
      </ul>
      <Section title={t('session.title')}>
        <SessionList />
      </Section>
      {me.permissions.includes('token.create') && (
        <Section title={t('token.title')}>
          <p className="faint">{t('token.note')}</p>
          <TokenList />
          <NewTokenForm />
        </Section>
      )}
      <Button block size="large" icon={<LogoutOutlined />} onClick={leave}>
        {t('user.leave')}
      </Button>
    </div>
  );
}
