import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Sheet } from '../../components/sheet.js';
import { t } from '../../language.js';
import { NewTicketForm } from './new-ticket-form.js';

/** Registers one ticket by hand; it starts as a draft and is assigned on its own page. */
export function NewTicketButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('newTicket.button')}
      </Button>
      <Sheet open={open} title={t('newTicket.title')} onClose={() => setOpen(false)} width={620}>
        <NewTicketForm onClose={() => setOpen(false)} />
      </Sheet>
    </>
  );
}
