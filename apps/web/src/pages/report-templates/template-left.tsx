import { Button } from 'antd';
import { useState } from 'react';
import { useLeftWords, type KeptTemplate, type LeftOfTemplate } from '../../api/report-templates.js';
import { LeftWords } from '../../components/left-words.js';
import { Section } from '../../components/section.js';
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
        left.literals.length + left.claims.length === 0 ? <p>{t('template.leftNone')}</p> : <LeftLists left={left} />
      }
    </Answer>
  );
}

/** Numbers, and what is claimed in words; neither is shown where there are none. */
export function LeftLists({ left: { literals, claims } }: { left: LeftOfTemplate }) {
  return (
    <>
      {literals.length > 0 && (
        <Section title={t('learn.literals')} count={literals.length}>
          <LeftWords words={literals} note={t('template.leftNote')} />
        </Section>
      )}
      {claims.length > 0 && (
        <Section title={t('learn.claims')} count={claims.length}>
          <LeftWords words={claims} note={t('learn.claimsNote')} />
        </Section>
      )}
    </>
  );
}
