import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { NamedRows } from '../../components/named-rows.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

interface Props {
  title: string;
  heads: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  children: ReactNode;
}

/** A drawing with its numbers as a table on demand. */
export function Chart({ title, heads, rows, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={title}
      end={
        <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('dashboard.hideTable') : t('dashboard.showTable')}
        </Button>
      }
    >
      {children}
      {isOpen && <NamedRows label={title} heads={heads} rows={rows} />}
    </Section>
  );
}
