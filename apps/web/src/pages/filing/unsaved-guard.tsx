import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { t } from '../../language.js';

/** Holds back whoever leaves the page, its unit or its period with rows that are not saved. */
export function UnsavedGuard({ count }: { count: number }) {
  const blocker = useBlocker(count > 0);
  useEffect(() => {
    if (count === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [count]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('filing.leaveTitle', { count })}
      width={420}
      onCancel={() => blocker.reset?.()}
      footer={[
        <Button key="leave" onClick={() => blocker.proceed?.()}>
          {t('filing.leave')}
        </Button>,
        <Button key="stay" type="primary" autoFocus onClick={() => blocker.reset?.()}>
          {t('filing.stay')}
        </Button>,
      ]}
    >
      <p>{t('filing.leaveNote')}</p>
    </Modal>
  );
}
