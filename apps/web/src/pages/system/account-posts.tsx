import { Alert, App, Button, Form, Popconfirm } from 'antd';
import { useState } from 'react';
import { roleLabels } from '@xiaohao/messages';
import { useAddPost, useEndPost, type Account, type AccountPost } from '../../api/accounts.js';
import { labelOf, t } from '../../language.js';
import { PostFields, postOf, type PostFieldValues } from './post-fields.js';

/** `分管领导 · 局领导（分管：危化科、减灾救灾科）` */
export function accountPostWords({ role, unit, charge, actingFor }: AccountPost): string {
  const charged = charge.map(({ name }) => name).join('、');
  const acting = actingFor ? `（${t('leave.actingFor', { name: actingFor })}）` : '';
  const words = `${labelOf(roleLabels, role)}${acting} · ${unit.name}`;
  return charged ? `${words}（${t('account.chargeWords', { units: charged })}）` : words;
}

export function AccountPosts({ account }: { account: Account }) {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <h3 className="account-part">{t('account.posts')}</h3>
      {account.posts.length === 0 && <p className="faint">{t('account.noPost')}</p>}
      <ul>
        {account.posts.map((post) => (
          <li key={post.id} className="account-post">
            <span>
              {accountPostWords(post)} <span className="faint">{periodOf(post)}</span>
            </span>
            {post.toOn === null && <EndPost account={account} post={post} />}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <AddPost account={account} onClose={() => setIsAdding(false)} />
      ) : (
        <div className="account-end">
          <Button onClick={() => setIsAdding(true)}>{t('account.addPost')}</Button>
        </div>
      )}
    </>
  );
}

function periodOf({ fromOn, toOn }: AccountPost): string {
  return toOn ? t('account.until', { day: toOn }) : t('account.from', { day: fromOn });
}

function EndPost({ account, post }: { account: Account; post: AccountPost }) {
  const end = useEndPost(account.id);
  const { message } = App.useApp();
  return (
    <Popconfirm
      title={accountPostWords(post)}
      description={t('account.endPostNote')}
      okText={t('account.endPost')}
      onConfirm={() => end.mutate(post.id, { onError: (error) => void message.error(error.message) })}
    >
      <Button size="small" loading={end.isPending}>
        {t('account.endPost')}
      </Button>
    </Popconfirm>
  );
}

function AddPost({ account, onClose }: { account: Account; onClose: () => void }) {
  const add = useAddPost(account.id);
  return (
    <Form<PostFieldValues>
      layout="vertical"
      className="account-add"
      onFinish={(fields) => add.mutate(postOf(fields), { onSuccess: onClose })}
    >
      {add.error && <Alert type="error" showIcon title={add.error.message} className="form-error" />}
      <PostFields />
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('account.addPost')}
        </Button>
      </div>
    </Form>
  );
}
