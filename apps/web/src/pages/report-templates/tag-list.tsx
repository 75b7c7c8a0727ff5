import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useFigureTable } from '../../api/former-reports.js';
import { Section } from '../../components/section.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';

/** Every tag a template may hold, found by name and copied by a click. */
export function TagList() {
  const asked = useFigureTable();
  const [wanted, setWanted] = useState('');
  const { message } = App.useApp();
  const copy = (tag: string) =>
    void navigator.clipboard.writeText(tag).then(() => message.success(t('template.copied', { tag })));
  return (
    <Section title={t('template.words')} end={<span className="faint">{t('template.wordsNote')}</span>}>
      <Input.Search
        allowClear
        aria-label={t('learn.search')}
        placeholder={t('learn.search')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <Answer asked={asked}>
        {({ figures, words }) => (
          <ul className="tag-list">
            {[
              ...words.map(({ alias, name }) => ({ alias, name, unit: '' })),
              ...figures.map(({ alias, name, unit }) => ({ alias, name, unit })),
            ]
              .filter(({ alias, name }) => `${alias} ${name}`.includes(wanted.trim()))
              .map(({ alias, name, unit }) => (
                <li key={alias}>
                  <Button type="link" size="small" onClick={() => copy(`{${alias}}`)}>
                    {`{${alias}}`}
                  </Button>
                  <span className="faint">
                    {name}
                    {unit && `（${unit}）`}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </Answer>
    </Section>
  );
}
