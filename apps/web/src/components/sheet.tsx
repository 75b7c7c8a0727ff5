import { Drawer, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useIsPhone } from './phone.js';

interface Props {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  width?: number;
}

/** A dialog that asks for something: in the middle of a screen, from below on a phone. Its content starts afresh each time. */
export function Sheet({ open, title, onClose, children, width = 520 }: Props) {
  const isPhone = useIsPhone();
  const [isDrawer, setIsDrawer] = useState(isPhone);
  // A phone turned on its side meanwhile: the other shape would be another form, without what was typed into this one.
  if (!open && isDrawer !== isPhone) setIsDrawer(isPhone);
  if (isDrawer) {
    return (
      <Drawer open={open} title={title} onClose={onClose} placement="bottom" size="88%" destroyOnHidden>
        {children}
      </Drawer>
    );
  }
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      footer={null}
      width={width}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {children}
    </Modal>
  );
}
