import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { roleLabels } from '@xiaohao/messages';
import { useSignOut, type Me } from '../api/session.js';
import { changeLanguage, labelOf, language, t } from '../language.js';

/** `承办人 · 危化科`, one for each post. */
export function postWords(me: Pick<Me, 'posts'>): string[] {
  return me.posts.map(({ role, unit, actingFor }) => {
    const acting = actingFor ? `（${t('leave.actingFor', { name: actingFor })}）` : '';
    return `${labelOf(roleLabels, role)}${acting} · ${unit.name}`;
  });
}

export function useLeave(): () => void {
  const signOut = useSignOut();
  const navigate = useNavigate();
  return () => signOut.mutate(undefined, { onSettled: () => void navigate('/sign-in') });
}

export function UserMenu({ me }: { me: Me }) {
  const navigate = useNavigate();
  const leave = useLeave();
  const posts = postWords(me).map((post, index) => ({ key: `post-${index}`, label: post, disabled: true }));
  const items = [
    ...posts,
    { type: 'divider' as const },
    { key: 'rights', label: t('rights.link'), onClick: () => void navigate('/system/rights') },
    { key: 'leave-post', label: t('leave.title'), onClick: () => void navigate('/me') },
    { key: 'me', label: t('user.me'), onClick: () => void navigate('/me') },
    { key: 'password', label: t('user.password'), onClick: () => void navigate('/password') },
    {
      key: 'language',
      label: language === 'zh' ? 'English' : '中文',
      onClick: () => changeLanguage(language === 'zh' ? 'en' : 'zh'),
    },
    { type: 'divider' as const },
    { key: 'leave', label: t('user.leave'), onClick: leave },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" className="user">
        {me.name} <DownOutlined className="user-caret" />
      </Button>
    </Dropdown>
  );
}
