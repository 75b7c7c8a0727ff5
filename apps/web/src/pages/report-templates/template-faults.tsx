import { Alert, Button } from 'antd';
import { templateHints } from '@xiaohao/messages';
import { labelOf, t } from '../../language.js';

/** A tag that cannot be filled, as the refusal of a template tells it. */
export interface TemplateFault {
  part: 'body' | 'header' | 'footer' | 'note';
  paragraph: number;
  tag: string;
  hint: keyof typeof templateHints;
  proposal: string | null;
}

interface Props {
  name: string;
  faults: readonly TemplateFault[];
  busy: boolean;
  onRepair: () => void;
}

/** Only the text of the document is mended by itself: heads, feet and notes are left to Word. */
const isProposed = ({ part, proposal }: TemplateFault) => part === 'body' && proposal !== null;

export function TemplateFaults({ name, faults, busy, onRepair }: Props) {
  const proposed = faults.filter(isProposed).length;
  const rest = faults.length - proposed;
  return (
    <div className="template-faults" role="alert">
      <Alert type="warning" showIcon title={t('template.faults', { name, count: faults.length })} />
      <table className="plain">
        <thead>
          <tr>
            {(['place', 'tag', 'fault', 'proposal'] as const).map((word) => (
              <th key={word}>{t(`template.${word}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, at) => (
            <tr key={at}>
              <td>{t('template.paragraph', { part: t(`template.part.${fault.part}`), number: fault.paragraph })}</td>
              <td>
                <code>{fault.tag}</code>
              </td>
              <td>{labelOf(templateHints, fault.hint)}</td>
              <td>{fault.proposal ? <code>{fault.proposal}</code> : t('template.byHand')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {proposed > 0 && rest === 0 && (
        <Button type="primary" loading={busy} onClick={onRepair}>
          {t('template.repair')}
        </Button>
      )}
      {rest > 0 && <p className="faint">{t('template.repairRest', { count: rest })}</p>}
    </div>
  );
}
