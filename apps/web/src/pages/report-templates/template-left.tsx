import { Button } from 'antd';
import { useState } from 'react';
import { useLeftWords, type KeptTemplate } from '../../api/report-templates.js';
import { LeftWords } from '../../components/left-words.js';
import { Sheet } from '../../components/sheet.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';

/** Opens the list of what stays in a template as it is written. */
export function TemplateLeft({ template: { id, name } }: { template: KeptTemplate }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button type="link" size="small" onClick={() => setShown(true)}>
        {t('template.left')}
      </Button>
      <Sheet open={shown} title={t('template.leftTitle', { name })} onClose={() => setShown(false)}>
        {shown && <LeftOf id={id} />}
      </Sheet>
    </>
  );
}

function LeftOf({ id }: { id: string }) {
  const asked = useLeftWords(id);
  return (
    <Answer asked={asked}>
      {(left) =>
        left.literals.length + left.claims.length === 0 ? (
          <p>{t('template.leftNone')}</p>
        ) : (
          <LeftWords {...left} note={t('template.leftNote')} />
        )
      }
    </Answer>
  );
}
