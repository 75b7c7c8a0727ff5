import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCopy } from './use-copy.js';

interface CopyButtonProps {
  text: string;
  /** What the button says of itself, and what is said once it is done. */
  label: string;
  done: string;
}

/** A small sign that takes a text along. */
export function CopyButton({ text, label, done }: CopyButtonProps) {
  const copy = useCopy(done);
  return (
    <Button
      size="small"
      type="text"
      icon={<CopyOutlined />}
      aria-label={label}
      title={label}
      onClick={() => copy(text)}
    />
  );
}
