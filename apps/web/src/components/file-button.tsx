import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';

interface Props {
  label: string;
  /** Name of the field behind the button. */
  fieldLabel: string;
  accept: string;
  isPrimary: boolean;
  busy: boolean;
  onFile: (file: File) => void;
}

/** Chooses one file; the same one may be chosen again. */
export function FileButton({ label, fieldLabel, accept, isPrimary, busy, onFile }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        type={isPrimary ? 'primary' : 'default'}
        icon={<FileExcelOutlined />}
        loading={busy}
        onClick={() => chooser.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accept}
        aria-label={fieldLabel}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onFile(chosen);
          event.target.value = '';
        }}
      />
    </>
  );
}
